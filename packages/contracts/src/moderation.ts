import * as z from 'zod/mini'
import { callParams, participantParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'
import { participantRoleSchema } from './join.ts'

/** What of somebody's a host can stop. A share goes with its sound. */
export const moderatedSourceSchema = z.enum(['microphone', 'camera', 'share'])
export type ModeratedSource = z.infer<typeof moderatedSourceSchema>

/** The host's participant in the call; null for who does it from outside. */
const bySchema = z.nullable(z.uuid())

/** Payload of the `moderation` topic: what a host did to the receiver, or asks of them. */
export const moderationNewsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stopped'), source: moderatedSourceSchema, by: bySchema }),
  /** To switch the microphone on, which only they can. */
  z.object({ kind: z.literal('asked'), by: bySchema }),
  z.object({ kind: z.literal('role'), role: participantRoleSchema }),
  z.object({ kind: z.literal('renamed'), displayName: z.string(), by: bySchema }),
])
export type ModerationNews = z.infer<typeof moderationNewsSchema>

export const stopSource = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/participants/:identity/stop',
  summary: 'Stop somebody’s microphone, camera or share; they alone can start it again',
  policy: 'call-host',
  params: participantParams,
  body: z.object({ source: moderatedSourceSchema }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited', 'sfu_unavailable'],
})

export const muteEverybody = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/mute',
  summary: 'Stop every microphone but those of these participants',
  policy: 'call-host',
  params: callParams,
  body: z.object({ except: z.array(z.uuid()).check(z.maxLength(1000)) }),
  /** How many were on. */
  response: z.object({ stopped: z.int() }),
  problems: ['invalid_request', 'forbidden', 'rate_limited', 'sfu_unavailable'],
})

export const askToSpeak = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/participants/:identity/ask-to-speak',
  summary: 'Ask somebody to switch their microphone on; nobody is forced',
  policy: 'call-host',
  params: participantParams,
  response: null,
  problems: ['forbidden', 'not_found', 'rate_limited', 'sfu_unavailable'],
})

export const setParticipantRole = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/participants/:identity/role',
  summary: 'Make an agent in the call a co-host of its room, or no longer: the owner may, and a co-host of themselves',
  policy: 'call-host',
  params: participantParams,
  body: z.object({ role: z.enum(['cohost', 'participant']) }),
  response: null,
  problems: [
    'invalid_request',
    'forbidden',
    'not_found',
    'conflict',
    'account_needed',
    'rate_limited',
    'sfu_unavailable',
  ],
})

export const handOver = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/owner',
  summary: 'Give the room to another agent in the call; its owner until now stays as a co-host',
  policy: 'call-owner',
  params: callParams,
  body: z.object({ identity: z.uuid() }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'not_found', 'account_needed', 'rate_limited', 'sfu_unavailable'],
})
