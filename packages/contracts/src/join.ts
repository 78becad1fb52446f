import * as z from 'zod/mini'
import { accessLevelSchema } from './access-levels.ts'
import { defineEndpoint } from './endpoint.ts'
import { displayNameSchema } from './names.ts'
import { slugParams, slugSchema } from './scalars.ts'

/** `owner` and `cohost` are hosts: they may admit and remove. */
export const participantRoleSchema = z.enum(['owner', 'cohost', 'participant'])
export type ParticipantRole = z.infer<typeof participantRoleSchema>

/**
 * LiveKit participant attributes, set by the API only and readable by everybody in the call.
 * `color` indexes the avatar palette, 0 to 7.
 */
export const participantAttributesSchema = z.object({
  role: participantRoleSchema,
  verified: z.enum(['true', 'false']),
  color: z.string().check(z.regex(/^[0-7]$/)),
  /** How often the participant has moved to another page, so that the gate can tell an earlier page's token. */
  moves: z.optional(z.string()),
  /** Said of a guest who has the name of an agent of the call or the room. */
  namesake: z.optional(z.enum(['true', ''])),
})
export type ParticipantAttributes = z.infer<typeof participantAttributesSchema>

/** Proves, together with the browser's session, that a caller is the participant it was before. Kept in memory only. */
const resumeSchema = z.object({ identity: z.uuid(), secret: z.string().check(z.minLength(20), z.maxLength(100)) })

const admittedSchema = z.object({
  outcome: z.literal('admitted'),
  /** LiveKit access token: one call, one identity, ten minutes. */
  token: z.string(),
  /** Where livekit-client connects: our own origin, whose `/rtc` is the gate. */
  signalUrl: z.string(),
  callId: z.uuid(),
  identity: z.uuid(),
  resumeSecret: z.string(),
  displayName: z.string(),
  role: participantRoleSchema,
  /** One begins with the microphone off, for many are here already; one may switch it on at once. */
  entersMuted: z.boolean(),
  room: z.object({ slug: slugSchema, name: z.string(), accessLevel: accessLevelSchema }),
  /** Whether the microphone was off where the call was moved from: then it is off here too. */
  arrivesMuted: z.boolean(),
  /** The breakout room that the token is for; null: the main call. */
  breakout: z.nullable(z.object({ id: z.uuid(), name: z.string() })),
})

export const joinOutcomeSchema = z.discriminatedUnion('outcome', [
  admittedSchema,
  z.object({ outcome: z.literal('waiting'), entryId: z.uuid() }),
  z.object({ outcome: z.literal('denied'), reason: z.enum(['refused', 'removed']) }),
  /**
   * `unavailable`: no such room, or not for this caller. `ended`: the resumed call is over and access must be asked anew.
   * `elsewhere`: its person has moved it to another page since. `full`: as many are in the call as its room takes.
   */
  z.object({ outcome: z.literal('closed'), reason: z.enum(['unavailable', 'ended', 'elsewhere', 'full']) }),
])
export type JoinOutcome = z.infer<typeof joinOutcomeSchema>
export type Admitted = z.infer<typeof admittedSchema>

export const joinRoom = defineEndpoint({
  method: 'POST',
  path: '/rooms/:slug/join',
  summary: 'Ask to come in; the answer is an outcome, not an error',
  policy: 'anyone',
  params: slugParams,
  body: z.object({
    /** Needed from a guest, ignored for an agent, whose name is the identity provider’s word. */
    displayName: z.optional(displayNameSchema),
    resume: z.optional(resumeSchema),
    /** Become the participant that the caller already is on another page, which leaves; a plain join where there is none. */
    move: z.optional(z.literal(true)),
  }),
  response: joinOutcomeSchema,
  problems: ['invalid_request', 'rate_limited', 'sfu_unavailable', 'database_unavailable'],
})
