import * as z from 'zod/mini'
import { accessLevelSchema } from './access-levels.ts'
import { defineEndpoint } from './endpoint.ts'
import { roomNameSchema } from './names.ts'
import { roomSettingsChangeSchema, roomSettingsSchema } from './room-settings.ts'
import { emailSchema, instantSchema, pageOf, pageQuery, slugParams, slugSchema } from './scalars.ts'

export const roomRoleSchema = z.enum(['owner', 'cohost', 'member'])
export type RoomRole = z.infer<typeof roomRoleSchema>

/** A call that is going on: how many are in it and since when. */
export const liveCallSchema = z.object({ callId: z.uuid(), participants: z.int(), startedAt: instantSchema })

export const roomSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  accessLevel: accessLevelSchema,
  ownerName: z.string(),
  /** The caller's own role; null for an administrator who is none of these. */
  role: z.nullable(roomRoleSchema),
  createdAt: instantSchema,
  lastUsedAt: z.nullable(instantSchema),
  settings: roomSettingsSchema,
  liveCall: z.nullable(liveCallSchema),
})
export type Room = z.infer<typeof roomSchema>

/** What somebody who holds the link sees before the call. A restricted room tells strangers neither name nor owner. */
export const roomPreviewSchema = z.object({
  slug: slugSchema,
  name: z.nullable(z.string()),
  ownerName: z.nullable(z.string()),
  role: z.nullable(roomRoleSchema),
  /** What a join would do for this caller now, as far as access goes. */
  entry: z.enum(['direct', 'lobby']),
  /** Whether the caller is in the room's call already, on another page or device. */
  elsewhere: z.boolean(),
})
export type RoomPreview = z.infer<typeof roomPreviewSchema>

const roomFields = z.object({
  name: z.optional(roomNameSchema),
  accessLevel: z.optional(accessLevelSchema),
  settings: z.optional(roomSettingsChangeSchema),
})

export const listRooms = defineEndpoint({
  method: 'GET',
  path: '/rooms',
  summary: 'Rooms that the agent owns or is a co-host or member of, last used first',
  policy: 'agent',
  query: pageQuery,
  response: pageOf(roomSchema),
  problems: ['unauthenticated', 'invalid_request'],
})

export const createRoom = defineEndpoint({
  method: 'POST',
  path: '/rooms',
  summary: 'Create a room; without a name it gets one from the agent’s, and what is not said is as their new rooms are',
  policy: 'agent',
  body: roomFields,
  response: roomSchema,
  status: 201,
  problems: ['unauthenticated', 'invalid_request', 'rate_limited'],
})

export const getRoom = defineEndpoint({
  method: 'GET',
  path: '/rooms/:slug',
  summary: 'What the holder of the link may know before the call',
  policy: 'anyone',
  params: slugParams,
  response: roomPreviewSchema,
  problems: ['not_found', 'rate_limited'],
})

export const updateRoom = defineEndpoint({
  method: 'PATCH',
  path: '/rooms/:slug',
  summary: 'Rename a room, or change who may enter and how it is run; a call in it follows at once',
  policy: 'room-host',
  params: slugParams,
  body: roomFields,
  response: roomSchema,
  problems: ['invalid_request', 'forbidden'],
})

export const deleteRoom = defineEndpoint({
  method: 'DELETE',
  path: '/rooms/:slug',
  summary: 'Delete a room for good; a call in it ends',
  policy: 'room-owner',
  params: slugParams,
  response: null,
  problems: ['forbidden', 'sfu_unavailable'],
})

export const giveRoomAway = defineEndpoint({
  method: 'PUT',
  path: '/rooms/:slug/owner',
  summary: 'Hand a room over to another agent; the former owner stays as co-host',
  policy: 'room-owner',
  params: slugParams,
  body: z.object({ email: emailSchema }),
  response: roomSchema,
  problems: ['invalid_request', 'forbidden', 'email_unknown', 'email_ambiguous'],
})
