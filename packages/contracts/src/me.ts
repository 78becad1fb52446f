import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'

export const instanceRoleSchema = z.enum(['AGENT', 'ADMIN'])
export type InstanceRole = z.infer<typeof instanceRoleSchema>

export const agentSchema = z.object({
  id: z.uuid(),
  displayName: z.string(),
  email: z.string(),
  organization: z.nullable(z.string()),
  role: instanceRoleSchema,
})

export type Agent = z.infer<typeof agentSchema>

export const getMe = defineEndpoint({
  method: 'GET',
  path: '/me',
  summary: 'The signed-in agent; null for anybody else',
  policy: 'anyone',
  response: z.object({ agent: z.nullable(agentSchema) }),
  problems: [],
})
