import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'
import { emailSchema, slugParams, slugSchema } from './scalars.ts'

export const memberRoleSchema = z.enum(['cohost', 'member'])

export const memberSchema = z.object({
  userId: z.uuid(),
  displayName: z.string(),
  email: z.string(),
  role: memberRoleSchema,
})
export type Member = z.infer<typeof memberSchema>

export const listMembers = defineEndpoint({
  method: 'GET',
  path: '/rooms/:slug/members',
  summary: 'Co-hosts and members of a room, by name',
  policy: 'room-host',
  params: slugParams,
  response: z.object({ items: z.array(memberSchema) }),
  problems: ['forbidden'],
})

export const putMember = defineEndpoint({
  method: 'PUT',
  path: '/rooms/:slug/members',
  summary: 'Make an agent a co-host or a member, or change which',
  policy: 'room-owner',
  params: slugParams,
  body: z.object({ email: emailSchema, role: memberRoleSchema }),
  response: memberSchema,
  problems: ['invalid_request', 'forbidden', 'email_unknown', 'email_ambiguous', 'conflict'],
})

export const deleteMember = defineEndpoint({
  method: 'DELETE',
  path: '/rooms/:slug/members/:userId',
  summary: 'Take a co-host or a member off a room',
  policy: 'room-owner',
  params: z.object({ slug: slugSchema, userId: z.uuid() }),
  response: null,
  problems: ['forbidden', 'not_found'],
})
