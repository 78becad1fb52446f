import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'
import { replySchema } from './meetings.ts'
import { instantSchema, slugSchema } from './scalars.ts'

/** The secret at the end of the link in an invitation. It stands behind `#`, so that no server's log gets to see it. */
const replyTokenSchema = z.string().check(z.maxLength(100))

/** What whoever holds an invitation's link may know of the meeting. */
export const invitationSchema = z.object({
  title: z.string(),
  organizerName: z.string(),
  /** Whose answer it is, as somebody else would not recognise it: `p…@example.fr`. */
  invitee: z.string(),
  /** The next date; of a meeting that is over, the first. */
  startsAt: instantSchema,
  endsAt: instantSchema,
  timeZone: z.string(),
  recurring: z.boolean(),
  state: z.enum(['open', 'over', 'cancelled']),
  reply: replySchema,
  /** Null of what is over or cancelled. */
  room: z.nullable(slugSchema),
})
export type Invitation = z.infer<typeof invitationSchema>

export const lookAtInvitation = defineEndpoint({
  method: 'POST',
  path: '/invitations/look',
  summary: 'What an invitation is to, for whoever holds its link',
  policy: 'anyone',
  body: z.object({ token: replyTokenSchema }),
  response: invitationSchema,
  problems: ['invalid_request', 'not_found', 'rate_limited'],
})

export const answerInvitation = defineEndpoint({
  method: 'POST',
  path: '/invitations/answer',
  summary: 'Say whether one comes, by the link of one’s invitation; the last answer counts',
  policy: 'anyone',
  body: z.object({ token: replyTokenSchema, reply: z.enum(['accepted', 'tentative', 'declined']) }),
  response: invitationSchema,
  problems: ['invalid_request', 'not_found', 'conflict', 'rate_limited'],
})
