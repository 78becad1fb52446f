import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'
import { emailSchema, slugParams, slugSchema } from './scalars.ts'

export const memberRoleSchema = z.enum(['cohost', 'member'])

export const memberSchema = z.object({
  id: z.uuid(),
  /** Null until they have signed in, or come to the room, since they were put on the list: nobody learns who has an account. */
  displayName: z.nullable(z.string()),
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
  summary: 'Make whoever has this e-mail address a co-host or a member, or change which: at once, or once they sign in',
  policy: 'room-owner',
  params: slugParams,
  body: z.object({ email: emailSchema, role: memberRoleSchema }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})

export const deleteMember = defineEndpoint({
  method: 'DELETE',
  path: '/rooms/:slug/members/:memberId',
  summary: 'Take a co-host or a member off a room',
  policy: 'room-owner',
  params: z.object({ slug: slugSchema, memberId: z.uuid() }),
  response: null,
  problems: ['forbidden', 'not_found'],
})
