import * as z from 'zod/mini'
import { callParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'

/** What one may react with; each end draws it in its own way. */
export const reactionKindSchema = z.enum(['yes', 'no', 'applause', 'heart', 'laugh', 'surprise', 'thanks', 'party'])
export type ReactionKind = z.infer<typeof reactionKindSchema>

/** A reaction and whose it is. Shown in passing, and kept nowhere. */
export const reactionSchema = z.object({ identity: z.uuid(), reaction: reactionKindSchema })
export type Reaction = z.infer<typeof reactionSchema>

export const sendReaction = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/reactions',
  summary: 'React before everybody in the call',
  policy: 'call-participant',
  params: callParams,
  body: reactionSchema,
  response: null,
  problems: ['invalid_request', 'forbidden', 'switched_off', 'rate_limited', 'sfu_unavailable'],
})
