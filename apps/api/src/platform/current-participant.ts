import type { FastifyRequest } from 'fastify'
import type { Participant } from '../generated/prisma/client.ts'
import type { CurrentAgent } from './current-agent.ts'
import type { Prisma } from './database.ts'
import { isRemoved } from './removals.ts'
import { sessionHash } from './sessions.ts'

/**
 * Who the caller is in the open call that the route's `callId` names: the participant of the browser's session, and of its
 * agent. Two tabs of a browser are two participants; `identity` says which is meant. Null for everybody else.
 */
export type CurrentParticipant = (request: FastifyRequest, identity?: string) => Promise<Participant | null>

/** Reads it from the database once per request, though the policy and the handler both ask. */
export function createCurrentParticipant(prisma: Prisma, currentAgent: CurrentAgent): CurrentParticipant {
  const perRequest = new WeakMap<FastifyRequest, Map<string | undefined, Promise<Participant | null>>>()

  async function find(request: FastifyRequest, identity: string | undefined): Promise<Participant | null> {
    const { callId } = request.params as { callId: string }
    const agent = await currentAgent(request)
    const participant = await prisma.participant.findFirst({
      where: {
        callId,
        call: { endedAt: null },
        sessionHash: sessionHash(request),
        userId: agent?.id ?? null,
        ...(identity !== undefined && { id: identity }),
      },
      orderBy: { admittedAt: 'desc' },
    })
    return participant === null || (await isRemoved(prisma, participant)) ? null : participant
  }

  return (request, identity) => {
    const known = perRequest.get(request) ?? new Map<string | undefined, Promise<Participant | null>>()
    perRequest.set(request, known)
    const finding = known.get(identity) ?? find(request, identity)
    known.set(identity, finding)
    return finding
  }
}
