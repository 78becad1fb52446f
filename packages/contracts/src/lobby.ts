import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'
import { linesSchema } from './plain-text.ts'
import { instantSchema, slugParams, slugSchema } from './scalars.ts'

/** Somebody who waits, as a host sees it. */
export const lobbyEntrySchema = z.object({
  id: z.uuid(),
  slug: slugSchema,
  roomName: z.string(),
  displayName: z.string(),
  verified: z.boolean(),
  /** A guest with the name of an agent of the room or its call. */
  namesake: z.optional(z.boolean()),
  requestedAt: instantSchema,
})
export type LobbyEntry = z.infer<typeof lobbyEntrySchema>

export const lobbyMessageMaxLength = 280

/** What the hosts of a room have told those who wait there. */
export const lobbyMessageSchema = z.object({ text: z.string(), at: instantSchema })
export type LobbyMessage = z.infer<typeof lobbyMessageSchema>

/**
 * Data of the `lobby` event: everybody who waits in the caller's rooms, first come first, and what they have been told.
 * Each event replaces the one before.
 */
export const lobbySnapshotSchema = z.object({
  waiting: z.array(lobbyEntrySchema),
  messages: z.array(z.object({ slug: slugSchema, text: z.string(), at: instantSchema })),
})
export type LobbySnapshot = z.infer<typeof lobbySnapshotSchema>

/**
 * Data of the `entry` event on the waiting browser's stream. `expired`: no host has come for as long as the operator has
 * people wait; `gone`: there is no entry of this session (any more).
 */
export const entryStateSchema = z.object({
  state: z.enum(['waiting', 'admitted', 'denied', 'expired', 'gone']),
  requestedAt: z.nullable(instantSchema),
  message: z.nullable(lobbyMessageSchema),
})
export type EntryState = z.infer<typeof entryStateSchema>

export const hostEvents = defineEndpoint({
  method: 'GET',
  path: '/lobby/events',
  summary: 'Events `lobby` (who waits in my rooms) and `rooms` (a hint to fetch my rooms again)',
  policy: 'agent',
  response: z.string(),
  stream: true,
  problems: ['unauthenticated', 'rate_limited'],
})

export const entryEvents = defineEndpoint({
  method: 'GET',
  path: '/rooms/:slug/lobby/entry/events',
  summary: 'Events `entry` about this browser’s own request to come in',
  policy: 'anyone',
  params: slugParams,
  response: z.string(),
  stream: true,
  problems: ['rate_limited'],
})

export const withdrawEntry = defineEndpoint({
  method: 'DELETE',
  path: '/rooms/:slug/lobby/entry',
  summary: 'Stop waiting',
  policy: 'anyone',
  params: slugParams,
  response: null,
  problems: ['rate_limited'],
})

export const decideEntries = defineEndpoint({
  method: 'POST',
  path: '/rooms/:slug/lobby/decisions',
  summary: 'Admit or deny people who wait; entries already decided or of another room are left alone',
  policy: 'room-host',
  params: slugParams,
  body: z.object({
    decision: z.enum(['admit', 'deny']),
    entryIds: z.array(z.uuid()).check(z.minLength(1), z.maxLength(200)),
  }),
  response: z.object({ decided: z.array(z.uuid()) }),
  problems: ['invalid_request', 'forbidden', 'rate_limited'],
})

export const tellWaiting = defineEndpoint({
  method: 'PUT',
  path: '/rooms/:slug/lobby/message',
  summary: 'Tell everybody who waits, now or later, something until the call ends; null takes it back',
  policy: 'room-host',
  params: slugParams,
  body: z.object({ text: z.nullable(linesSchema(lobbyMessageMaxLength)) }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'rate_limited'],
})
