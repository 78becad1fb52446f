import type { FastifyRequest } from 'fastify'
import { type FindRoomAccess, isHost } from './features/rooms/room-access.ts'
import type { CurrentAgent } from './platform/current-agent.ts'
import type { CurrentParticipant } from './platform/current-participant.ts'
import type { Prisma } from './platform/database.ts'
import type { Policies } from './platform/endpoints.ts'
import { ProblemError } from './platform/problems.ts'

/**
 * Who may call what. Refusals look the same whether the room or call exists or not, so that a stranger learns nothing.
 */
export function createPolicies(deps: {
  prisma: Prisma
  currentAgent: CurrentAgent
  currentParticipant: CurrentParticipant
  findRoomAccess: FindRoomAccess
}): Policies {
  const { prisma, currentAgent, currentParticipant, findRoomAccess } = deps

  async function roleIn(request: FastifyRequest) {
    const { slug } = request.params as { slug: string }
    return (await findRoomAccess(request, { slug }))?.role ?? null
  }

  async function roleInRoomOfCall(request: FastifyRequest) {
    const { callId } = request.params as { callId: string }
    const call = await prisma.call.findUnique({ where: { id: callId } })
    const access = call && (await findRoomAccess(request, { id: call.roomId }))
    return access?.role ?? null
  }

  async function roleInMeeting(request: FastifyRequest) {
    const { meetingId } = request.params as { meetingId: string }
    const meeting = await prisma.meeting.findUnique({ where: { id: meetingId }, select: { roomId: true } })
    const roomId = meeting?.roomId ?? null
    return roomId === null ? null : ((await findRoomAccess(request, { id: roomId }))?.role ?? null)
  }

  async function isInvited(request: FastifyRequest) {
    const { meetingId } = request.params as { meetingId: string }
    const agent = await currentAgent(request)
    if (agent === null) return false
    return (await prisma.invitee.count({ where: { meetingId, email: agent.email, removedAt: null } })) > 0
  }

  return {
    anyone: async () => {},
    sfu: async () => {},
    agent: async (request) => {
      if ((await currentAgent(request)) === null) throw new ProblemError('unauthenticated')
    },
    administrator: async (request) => {
      if ((await currentAgent(request))?.role !== 'ADMIN') throw new ProblemError('forbidden')
    },
    'room-host': async (request) => {
      if (!isHost(await roleIn(request))) throw new ProblemError('forbidden')
    },
    'room-owner': async (request) => {
      if ((await roleIn(request)) !== 'owner') throw new ProblemError('forbidden')
    },
    'call-participant': async (request) => {
      if ((await currentParticipant(request)) === null) throw new ProblemError('forbidden')
    },
    'call-host': async (request) => {
      if (!isHost(await roleInRoomOfCall(request))) throw new ProblemError('forbidden')
    },
    'meeting-host': async (request) => {
      if (!isHost(await roleInMeeting(request))) throw new ProblemError('forbidden')
    },
    'meeting-viewer': async (request) => {
      if (isHost(await roleInMeeting(request)) || (await isInvited(request))) return
      throw new ProblemError('forbidden')
    },
    'call-owner': async (request) => {
      if ((await roleInRoomOfCall(request)) !== 'owner') throw new ProblemError('forbidden')
    },
  }
}

/** Asks the policy for hosts of a call, for what others may do too but hosts see more of. */
export function createIsCallHost(policies: Policies) {
  return async (request: FastifyRequest): Promise<boolean> => {
    // Hosts are agents.
    if (request.session.agentId === undefined) return false
    try {
      await policies['call-host'](request)
      return true
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'forbidden') return false
      throw error
    }
  }
}
