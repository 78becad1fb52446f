import * as z from 'zod/mini'
import { participantParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'

/** At most so many confirm that they hear somebody. */
export const listenersPerSpeaker = 5

/**
 * What a listener makes of somebody whose microphone is on. `unheard`: a new subscription did not help, and a new
 * publication is asked for; `lost`: nor did that; `healed`: heard again after either.
 */
export const hearingStateSchema = z.enum(['heard', 'unheard', 'lost', 'healed'])
export type HearingState = z.infer<typeof hearingStateSchema>

/** Told to the speaker alone: what one of their `of` listeners makes of them. `heard` goes without saying. */
export const hearingSchema = z.object({ by: z.uuid(), state: hearingStateSchema, of: z.int() })
export type Hearing = z.infer<typeof hearingSchema>

export const confirmHearing = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/participants/:identity/hearing',
  summary: 'Confirm whom one hears, and learn to whom to listen from now on',
  policy: 'call-participant',
  params: participantParams,
  body: z.object({
    heard: z.array(z.object({ identity: z.uuid(), state: hearingStateSchema })).check(z.maxLength(listenersPerSpeaker)),
  }),
  response: z.object({ listenTo: z.array(z.uuid()) }),
  problems: ['invalid_request', 'forbidden', 'rate_limited', 'sfu_unavailable'],
})
