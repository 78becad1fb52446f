import * as z from 'zod/mini'
import { accessLevelSchema } from './access-levels.ts'
import { defineEndpoint } from './endpoint.ts'
import { instanceRoleSchema } from './me.ts'
import { roomNameSchema } from './names.ts'
import { roomSchema } from './rooms.ts'
import { instantSchema, pageOf, pageQuery, slugParams } from './scalars.ts'

export const adminRoomSchema = z.extend(roomSchema, { ownerId: z.uuid(), ownerEmail: z.string() })
export type AdminRoom = z.infer<typeof adminRoomSchema>

export const adminUserSchema = z.object({
  id: z.uuid(),
  displayName: z.string(),
  email: z.string(),
  organization: z.nullable(z.string()),
  role: instanceRoleSchema,
  disabledAt: z.nullable(instantSchema),
  lastLoginAt: z.nullable(instantSchema),
  rooms: z.int(),
})
export type AdminUser = z.infer<typeof adminUserSchema>

export const adminListRooms = defineEndpoint({
  method: 'GET',
  path: '/admin/rooms',
  summary: 'Every room, last used first; search by name, code, owner’s name or e-mail',
  policy: 'administrator',
  query: pageQuery,
  response: pageOf(adminRoomSchema),
  problems: ['forbidden', 'invalid_request'],
})

export const adminCreateRoom = defineEndpoint({
  method: 'POST',
  path: '/admin/rooms',
  summary: 'Create a room for an agent',
  policy: 'administrator',
  body: z.object({ name: roomNameSchema, ownerId: z.uuid(), accessLevel: z.optional(accessLevelSchema) }),
  response: adminRoomSchema,
  status: 201,
  problems: ['forbidden', 'invalid_request'],
})

export const adminUpdateRoom = defineEndpoint({
  method: 'PATCH',
  path: '/admin/rooms/:slug',
  summary: 'Rename a room or hand it over',
  policy: 'administrator',
  params: slugParams,
  body: z.object({ name: z.optional(roomNameSchema), ownerId: z.optional(z.uuid()) }),
  response: adminRoomSchema,
  problems: ['forbidden', 'invalid_request', 'not_found'],
})

export const adminDeleteRoom = defineEndpoint({
  method: 'DELETE',
  path: '/admin/rooms/:slug',
  summary: 'Delete a room for good; a call in it ends',
  policy: 'administrator',
  params: slugParams,
  response: null,
  problems: ['forbidden', 'not_found', 'sfu_unavailable'],
})

export const adminEndCall = defineEndpoint({
  method: 'POST',
  path: '/admin/rooms/:slug/end-call',
  summary: 'End the call that is going on in a room',
  policy: 'administrator',
  params: slugParams,
  response: null,
  problems: ['forbidden', 'not_found', 'conflict', 'sfu_unavailable'],
})

export const adminListUsers = defineEndpoint({
  method: 'GET',
  path: '/admin/users',
  summary: 'Every agent, by name; search by name or e-mail',
  policy: 'administrator',
  query: pageQuery,
  response: pageOf(adminUserSchema),
  problems: ['forbidden', 'invalid_request'],
})

export const adminUpdateUser = defineEndpoint({
  method: 'PATCH',
  path: '/admin/users/:userId',
  summary: 'Change an agent’s role, or disable them: at once out of sessions and calls',
  policy: 'administrator',
  params: z.object({ userId: z.uuid() }),
  body: z.object({ role: z.optional(instanceRoleSchema), disabled: z.optional(z.boolean()) }),
  response: adminUserSchema,
  problems: ['forbidden', 'invalid_request', 'not_found', 'last_administrator', 'sfu_unavailable'],
})
