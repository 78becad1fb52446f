import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'

export const endCall = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/end',
  summary: 'End a call for everybody',
  policy: 'call-host',
  params: z.object({ callId: z.uuid() }),
  response: null,
  problems: ['forbidden', 'sfu_unavailable'],
})

export const removeParticipant = defineEndpoint({
  method: 'DELETE',
  path: '/calls/:callId/participants/:identity',
  summary: 'Put somebody out of a call; they may not come back to it',
  policy: 'call-host',
  params: z.object({ callId: z.uuid(), identity: z.uuid() }),
  response: null,
  problems: ['forbidden', 'not_found', 'conflict', 'sfu_unavailable'],
})

/** LiveKit calls this; the JWT in Authorization signs the raw body. */
export const livekitWebhook = defineEndpoint({
  method: 'POST',
  path: '/webhooks/livekit',
  summary: 'LiveKit tells what happens in calls',
  policy: 'sfu',
  response: null,
  problems: ['webhook_refused'],
})
