import type { FastifyRequest } from 'fastify'
import type { User } from '../generated/prisma/client.ts'
import type { Database } from './database.ts'
import { ProblemError } from './problems.ts'

/** Who the request's session belongs to; null for a guest, and for an agent who has been disabled since. */
export type CurrentAgent = (request: FastifyRequest) => Promise<User | null>

/** Reads the agent from the database once per request, so that disabling and role changes hold at once. */
export function createCurrentAgent({ pipeline }: Pick<Database, 'pipeline'>): CurrentAgent {
  const perRequest = new WeakMap<FastifyRequest, Promise<User | null>>()
  return (request) => {
    const { agentId } = request.session
    if (agentId === undefined) return Promise.resolve(null)
    const known = perRequest.get(request)
    if (known) return known
    const loading = pipeline
      .query<User>('select * from "User" where id = $1 and "disabledAt" is null', [agentId])
      .then(({ rows: [user] }) => user ?? null)
    perRequest.set(request, loading)
    return loading
  }
}

/** The agent of a request that a policy let through. Throws `unauthenticated` when there is none after all. */
export async function requireAgent(currentAgent: CurrentAgent, request: FastifyRequest): Promise<User> {
  const agent = await currentAgent(request)
  if (agent === null) throw new ProblemError('unauthenticated')
  return agent
}
