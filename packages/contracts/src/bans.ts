import * as z from 'zod/mini'
import { participantParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'
import { instantSchema, slugParams, slugSchema } from './scalars.ts'

/** Somebody who is kept out of a room: an agent by account, a guest, who is not `verified`, by browser. */
export const banSchema = z.object({
  id: z.uuid(),
  /** As they were called then. */
  displayName: z.string(),
  verified: z.boolean(),
  bannedAt: instantSchema,
})
export type Ban = z.infer<typeof banSchema>

export const banParticipant = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/participants/:identity/ban',
  summary: 'Put somebody out of a call, and keep them out of its room until a host lifts it; a member is none any more',
  policy: 'call-host',
  params: participantParams,
  response: null,
  problems: ['forbidden', 'not_found', 'conflict', 'rate_limited', 'sfu_unavailable'],
})

export const listBans = defineEndpoint({
  method: 'GET',
  path: '/rooms/:slug/bans',
  summary: 'Who is kept out of a room, the latest first',
  policy: 'room-host',
  params: slugParams,
  response: z.object({ items: z.array(banSchema) }),
  problems: ['forbidden'],
})

export const liftBan = defineEndpoint({
  method: 'DELETE',
  path: '/rooms/:slug/bans/:banId',
  summary: 'Let somebody come to a room again, and to the call that they were put out of',
  policy: 'room-host',
  params: z.object({ slug: slugSchema, banId: z.uuid() }),
  response: null,
  problems: ['forbidden', 'not_found'],
})
