import * as z from 'zod/mini'
import { accessLevelSchema } from './access-levels.ts'
import { clocksSchema } from './clocks.ts'
import { defineEndpoint } from './endpoint.ts'
import { roomSettingsSchema, trackSources } from './room-settings.ts'
import { instantSchema } from './scalars.ts'

export const callParams = z.object({ callId: z.uuid() })
export const participantParams = z.object({ callId: z.uuid(), identity: z.uuid() })

/**
 * Topics of LiveKit data messages, which only the API may send: a receiver believes one only when it comes from no
 * participant. Payloads are JSON.
 */
export const dataTopics = {
  /** A `CallStateMessage`, whenever the state changes; a hint as much as a value, for messages may overtake each other. */
  state: 'state',
  /** A chat message that is new, edited or deleted. */
  chat: 'chat',
  /** A reaction. */
  reaction: 'reaction',
  /** How one listener hears: a `Hearing`, to the speaker alone. */
  hearing: 'hearing',
  /** A `PollNews`: a poll as everybody sees it, or that it is gone. */
  poll: 'poll',
  /** A `QuestionNews`: questions that changed, or the setting. */
  questions: 'questions',
  /** What a host did to somebody: a `ModerationNews`, to them alone. */
  moderation: 'moderation',
} as const
export type DataTopic = (typeof dataTopics)[keyof typeof dataTopics]

/** What everybody in a call knows of it besides media. A greater `revision` replaces a smaller one. */
export const callStateSchema = z.object({
  revision: z.int(),
  /** Raised hands of who is in the same place, the longest raised first. */
  hands: z.array(z.object({ identity: z.uuid(), raisedAt: instantSchema })),
  /** Whom a host has put in the middle for everybody. */
  spotlight: z.nullable(z.uuid()),
  /** Changes with what everybody is to know of the open breakout rooms, which is asked for then; null: none are open. */
  breakouts: z.nullable(z.int()),
  /** Nobody but hosts comes in without being let in by one. */
  locked: z.boolean(),
  /** Who may enter the room, and how it is run. */
  accessLevel: accessLevelSchema,
  settings: roomSettingsSchema,
  /** Timer and agenda, once there is either. */
  clocks: z.optional(clocksSchema),
})
export type CallState = z.infer<typeof callStateSchema>

/** The state, or where it would not go into a data message, its revision alone: whoever lacks that asks for the state. */
export const callStateMessageSchema = z.union([callStateSchema, z.object({ revision: z.int() })])
export type CallStateMessage = z.infer<typeof callStateMessageSchema>

export const getCallState = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/state',
  summary: 'What everybody in a call knows of it besides media',
  policy: 'call-participant',
  params: callParams,
  /** Which of the caller's participants asks: one in a breakout room is told of the hands that are up there. */
  query: z.object({ identity: z.optional(z.uuid()) }),
  response: callStateSchema,
  problems: ['invalid_request', 'forbidden'],
})

export const lockCall = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/lock',
  summary: 'Whoever comes from now on waits in the lobby, whatever the room’s level',
  policy: 'call-host',
  params: callParams,
  response: callStateSchema,
  problems: ['forbidden', 'rate_limited'],
})

export const unlockCall = defineEndpoint({
  method: 'DELETE',
  path: '/calls/:callId/lock',
  summary: 'The room’s level decides again; who waits and need not is let in',
  policy: 'call-host',
  params: callParams,
  response: callStateSchema,
  problems: ['forbidden', 'rate_limited'],
})

export const grantSources = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/participants/:identity/grants',
  summary:
    'Let somebody publish what the room’s settings do not allow them, as on stage; replaces what was granted before',
  policy: 'call-host',
  params: participantParams,
  body: z.object({ sources: z.array(z.enum(trackSources)).check(z.maxLength(trackSources.length)) }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'not_found', 'sfu_unavailable', 'rate_limited'],
})

export const endCall = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/end',
  summary: 'End a call for everybody',
  policy: 'call-host',
  params: callParams,
  response: null,
  problems: ['forbidden', 'sfu_unavailable'],
})

export const removeParticipant = defineEndpoint({
  method: 'DELETE',
  path: '/calls/:callId/participants/:identity',
  summary: 'Put somebody out of a call; they may not come back to it',
  policy: 'call-host',
  params: participantParams,
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
