import * as z from 'zod/mini'
import { participantParams } from './calls.ts'
import { normalizeMessage } from './chat.ts'
import { defineEndpoint } from './endpoint.ts'

export const reportReasonSchema = z.enum(['disturbance', 'harassment', 'impersonation', 'content', 'other'])
export type ReportReason = z.infer<typeof reportReasonSchema>

/** In UTF-16 units, as browsers count what is typed. */
export const reportTextMaxLength = 2000

export const reportParticipant = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/participants/:identity/reports',
  summary: 'Report somebody in the call to the administrators; nobody in the call is told',
  policy: 'call-participant',
  params: participantParams,
  body: z.object({
    reason: reportReasonSchema,
    text: z.string().check(z.overwrite(normalizeMessage), z.maxLength(reportTextMaxLength)),
  }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'not_found', 'conflict', 'rate_limited'],
})
