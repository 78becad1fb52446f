import { answerInvitation, lookAtInvitation } from '@visavis/contracts'
import type { Mount, PolicyCheck } from '../../platform/endpoints.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Replies } from './replies.ts'

/** Answers by the link in an invitation: of people who may have no account. */
export function invitationRoutes(
  mount: Mount,
  { replies, rateLimit }: { replies: Replies; rateLimit: RateLimit },
): void {
  const paced = { before: ((request) => rateLimit(request, 'lookupPerAddress')) satisfies PolicyCheck }
  mount(lookAtInvitation, ({ body }) => replies.look(body.token), paced)
  mount(answerInvitation, ({ body }) => replies.byLink(body.token, body.reply), paced)
}
