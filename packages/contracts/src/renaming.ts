import * as z from 'zod/mini'
import { participantParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'
import { displayNameSchema } from './names.ts'

export const renameParticipant = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/participants/:identity/name',
  summary:
    'Call a guest otherwise: themselves, where the room’s rules allow it, or a host. Agents are named at sign-in',
  policy: 'call-participant',
  params: participantParams,
  body: z.object({ displayName: displayNameSchema }),
  /** As everybody sees it: with a number behind it where others have the same name. */
  response: z.object({ displayName: z.string() }),
  problems: ['invalid_request', 'forbidden', 'switched_off', 'not_found', 'conflict', 'rate_limited'],
})
