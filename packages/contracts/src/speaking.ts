import * as z from 'zod/mini'
import { callParams, participantParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'

/** A page reports so often at most, and only when its person has spoken. */
export const reportSpeakingEveryMs = 15_000
/** So many are listed, who spoke most first. */
export const mostSpeakersListed = 200

export const reportSpeaking = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/participants/:identity/speaking',
  summary: 'Report how long one has spoken since the page was opened; never counts more than the time that has passed',
  policy: 'call-participant',
  params: participantParams,
  body: z.object({
    /** The page’s own id: a total of another page counts from nothing. */
    page: z.uuid(),
    spokenMs: z.int().check(z.minimum(0), z.maximum(86_400_000)),
  }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited'],
})

/** One person, on however many devices. `identity` is that of the newest. */
const speakerSchema = z.object({
  identity: z.uuid(),
  displayName: z.string(),
  verified: z.boolean(),
  isHost: z.boolean(),
  isHere: z.boolean(),
  spokenMs: z.int(),
})
export type Speaker = z.infer<typeof speakerSchema>

export const speakingTimesSchema = z.object({
  speakers: z.array(speakerSchema),
  /** How many more there are who are not listed. */
  unlisted: z.int(),
  /** Of everybody, listed or not. */
  hostsMs: z.int(),
  participantsMs: z.int(),
})
export type SpeakingTimes = z.infer<typeof speakingTimesSchema>

export const listSpeaking = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/speaking',
  summary: 'How long everybody has spoken, who spoke most first: an indication, by what their own pages report',
  policy: 'call-host',
  params: callParams,
  response: speakingTimesSchema,
  problems: ['forbidden', 'not_found', 'rate_limited'],
})
