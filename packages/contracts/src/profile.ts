import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'
import { agentSchema } from './me.ts'
import { displayNameSchema } from './names.ts'
import { newRoomsSchema } from './new-rooms.ts'
import { emailSchema, instantSchema } from './scalars.ts'

export const profileSchema = z.object({
  /** As the identity provider writes it. */
  providedName: z.string(),
  /** Whether one may be shown otherwise: `unknown` until the next sign-in, or where the provider gives no two names. */
  nameChoice: z.enum(['possible', 'switched_off', 'unknown']),
  newRooms: newRoomsSchema,
  /** What goes with the account: rooms of one's own, and how many of them have a call going on. */
  ownedRooms: z.int(),
  openCalls: z.int(),
  /** Then the account cannot be erased. */
  lastAdministrator: z.boolean(),
})
export type Profile = z.infer<typeof profileSchema>

export const getProfile = defineEndpoint({
  method: 'GET',
  path: '/me/profile',
  summary: 'What the signed-in agent may decide about their account',
  policy: 'agent',
  response: profileSchema,
  problems: ['unauthenticated'],
})

export const chooseName = defineEndpoint({
  method: 'PUT',
  path: '/me/name',
  summary:
    'Be shown by a short form of one’s given names before the whole family name, or with null as the provider has it. Calls that go on keep the name until the next join',
  policy: 'agent',
  body: z.object({ displayName: z.nullable(displayNameSchema) }),
  response: agentSchema,
  problems: ['invalid_request', 'unauthenticated', 'forbidden', 'name_not_vouched', 'rate_limited'],
})

export const agentSessionSchema = z.object({
  /** Names the session to its agent, and opens nothing. */
  handle: z.string(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
  /** As the browser called itself at sign-in; null where it is not one of those we know. */
  browser: z.nullable(z.string()),
  system: z.nullable(z.string()),
  signedInAt: z.nullable(instantSchema),
  endsAt: instantSchema,
})
export type AgentSession = z.infer<typeof agentSessionSchema>

export const listSessions = defineEndpoint({
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where one is signed in, this browser first, then the latest',
  policy: 'agent',
  response: z.object({ items: z.array(agentSessionSchema) }),
  problems: ['unauthenticated', 'rate_limited'],
})

export const endSession = defineEndpoint({
  method: 'DELETE',
  path: '/me/sessions/:handle',
  summary: 'Sign out another browser at once, also out of the calls that it is in',
  policy: 'agent',
  params: z.object({ handle: z.string().check(z.regex(/^[\w-]{22}$/)) }),
  response: null,
  problems: ['invalid_request', 'unauthenticated', 'not_found', 'conflict', 'rate_limited', 'sfu_unavailable'],
})

export const endOtherSessions = defineEndpoint({
  method: 'DELETE',
  path: '/me/sessions',
  summary: 'Sign out every other browser at once, also out of the calls that they are in',
  policy: 'agent',
  response: null,
  problems: ['unauthenticated', 'rate_limited', 'sfu_unavailable'],
})

export const exportData = defineEndpoint({
  method: 'GET',
  path: '/me/export',
  summary: 'Everything that is stored about the signed-in agent, as one file',
  policy: 'agent',
  response: null,
  file: 'application/json',
  problems: ['unauthenticated', 'rate_limited'],
})

export const eraseAccount = defineEndpoint({
  method: 'POST',
  path: '/me/erase',
  summary:
    'Erase one’s account with its rooms, for good; the e-mail address confirms it. `redirectTo` ends the session at the identity provider',
  policy: 'agent',
  body: z.object({ email: emailSchema }),
  response: z.object({ redirectTo: z.string() }),
  problems: ['invalid_request', 'unauthenticated', 'conflict', 'last_administrator', 'rate_limited', 'sfu_unavailable'],
})
