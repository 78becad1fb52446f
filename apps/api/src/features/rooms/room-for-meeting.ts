import type { User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { Rooms } from './rooms.service.ts'

const longestRoomName = 80

/** Finds the room that an agent plans a meeting in: one that they host, or, without a slug, a new one of this name. */
export function createRoomForMeeting({ prisma, rooms }: { prisma: Prisma; rooms: Pick<Rooms, 'create'> }) {
  return async (agent: User, slug: string | null, name: string): Promise<string> => {
    if (slug === null) {
      const { id } = await rooms.create(agent.id, agent, {
        name: Array.from(name).slice(0, longestRoomName).join('').trim(),
      })
      return id
    }
    const hosts = [{ ownerId: agent.id }, { members: { some: { userId: agent.id, role: 'cohost' as const } } }]
    const room = await prisma.room.findFirst({ where: { slug, OR: hosts }, select: { id: true } })
    if (room === null) throw new ProblemError('forbidden')
    return room.id
  }
}
