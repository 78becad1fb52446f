import type { LobbyMessage } from '@visavis/contracts'
import type { Room } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'

/** What hosts told those who waited one day is not for the next. */
const lastsMilliseconds = 12 * 60 * 60_000

export interface LobbyMessagesDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
}

/** The columns of a room that hold it. */
export const messageColumns = { lobbyMessage: true, lobbyMessageAt: true } as const

/** What those who wait for this room are told now. */
export function messageOf({
  lobbyMessage,
  lobbyMessageAt,
}: Pick<Room, keyof typeof messageColumns>): LobbyMessage | null {
  if (lobbyMessage === null || lobbyMessageAt === null) return null
  const isOld = lobbyMessageAt.getTime() < Date.now() - lastsMilliseconds
  return isOld ? null : { text: lobbyMessage, at: lobbyMessageAt.toISOString() }
}

/** What hosts tell everybody who waits for a room. The end of a call takes it back: calls.service.ts. */
export function createLobbyMessages({ prisma, events, audit }: LobbyMessagesDeps) {
  /** Tells everybody who waits, now or later, something; null takes it back. */
  async function tellWaiting(roomId: string, actorId: string, text: string | null): Promise<void> {
    const lobbyMessageAt = text === null ? null : new Date()
    await prisma.room.update({ where: { id: roomId }, data: { lobbyMessage: text, lobbyMessageAt } })
    await audit({ action: 'lobby.told', actorId, subjectId: roomId })
    await Promise.all([events.publish(`access:${roomId}`), events.publish(`lobby:${roomId}`)])
  }

  /** Deletes what nobody is told any more, where no call has taken it back. */
  async function forgetMessages(): Promise<void> {
    const before = new Date(Date.now() - lastsMilliseconds)
    await prisma.room.updateMany({
      where: { lobbyMessageAt: { lt: before } },
      data: { lobbyMessage: null, lobbyMessageAt: null },
    })
  }

  return { tellWaiting, forgetMessages }
}
