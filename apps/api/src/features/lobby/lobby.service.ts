import type { AccessLevel, EntryState, LobbySnapshot } from '@visavis/contracts'
import type { Call, LobbyEntry, Room } from '../../generated/prisma/client.ts'
import { Prisma as Sql } from '../../generated/prisma/client.ts'
import { mayEnterDirectly } from '../../platform/access-levels.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { doorOf, hostIsThere, isShut } from '../../platform/room-settings.ts'

/** A browser whose stream has been away for longer is not shown to hosts; it is again when it comes back. */
const seenMilliseconds = 45_000
/** A room in which strangers throng hides nobody who waits for another one. */
const shownPerRoom = 100

export interface LobbyDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
  readonly allowedAccessLevels: readonly AccessLevel[]
  openCall(room: Room): Promise<Call | null>
}

interface Asking {
  readonly room: Room
  readonly agent: { id: string } | null
  readonly sessionHash: string
  readonly displayName: string
  /** Counts a request that hosts will be shown. Throws `rate_limited`. */
  countKnock(): Promise<void>
}

const seenSince = () => new Date(Date.now() - seenMilliseconds)

/** Requests to come in: asked by a browser's session, decided by hosts, heard by both through events. */
export function createLobby({ prisma, events, audit, allowedAccessLevels, openCall }: LobbyDeps) {
  const tellHosts = (roomId: string) => events.publish(`lobby:${roomId}`)
  const entryOf = (roomId: string, sessionHash: string) =>
    prisma.lobbyEntry.findUnique({ where: { roomId_sessionHash: { roomId, sessionHash } } })

  /** What the hosts have said about this session for the present call, or that it waits from now on. */
  async function ask(asking: Asking, call: Call | null): Promise<'admitted' | 'denied' | { waiting: string }> {
    const { room, agent, sessionHash, displayName } = asking
    const known = await entryOf(room.id, sessionHash)
    const ofThisCall = known !== null && known.callId === (call?.id ?? null)
    if (ofThisCall && known.state === 'admitted') return 'admitted'
    if (ofThisCall && known.state === 'denied') return 'denied'

    await asking.countKnock()
    const now = new Date()
    if (known === null) {
      const entry = { roomId: room.id, sessionHash, displayName, userId: agent?.id ?? null }
      await prisma.lobbyEntry.createMany({ data: entry, skipDuplicates: true })
    }
    const requestedAt = known?.state === 'waiting' ? known.requestedAt : now
    const waiting = { userId: agent?.id ?? null, displayName, state: 'waiting' as const, requestedAt, seenAt: now }
    // Never over what a host decides meanwhile.
    const [entry] = await prisma.lobbyEntry.updateManyAndReturn({
      where: { roomId: room.id, sessionHash, state: known?.state ?? 'waiting', decidedAt: known?.decidedAt ?? null },
      data: { ...waiting, callId: null, decidedAt: null, decidedById: null },
      select: { id: true },
    })
    if (entry === undefined) {
      const decided = await entryOf(room.id, sessionHash)
      if (decided?.state === 'admitted' || decided?.state === 'denied') return decided.state
      return await ask(asking, call)
    }
    await tellHosts(room.id)
    return { waiting: entry.id }
  }

  /** Decides those of the entries that still wait in this room; returns their ids. */
  async function decide(
    room: Room,
    actorId: string,
    decision: 'admit' | 'deny',
    entryIds: string[],
  ): Promise<string[]> {
    const wanted = { id: { in: entryIds }, roomId: room.id, state: 'waiting' as const }
    const [count, openNow] = await Promise.all([
      prisma.lobbyEntry.count({ where: wanted }),
      prisma.call.findUnique({ where: { openRoomId: room.id } }),
    ])
    if (count === 0) return []
    // Admission is for a call; a host on the dashboard opens it by letting somebody in.
    const call = openNow ?? (decision === 'admit' ? await openCall(room) : null)
    if (decision === 'admit' && call === null) return []
    const decided = await prisma.lobbyEntry.updateManyAndReturn({
      where: wanted,
      data: {
        state: decision === 'admit' ? 'admitted' : 'denied',
        callId: call?.id ?? null,
        decidedAt: new Date(),
        decidedById: actorId,
      },
      select: { id: true },
    })
    const ids = decided.map(({ id }) => id)
    await Promise.all([...ids.map((id) => events.publish(`entry:${id}`)), tellHosts(room.id)])
    const action = decision === 'admit' ? 'lobby.admitted' : 'lobby.denied'
    await Promise.all(ids.map((id) => audit({ action, actorId, subjectId: id, details: { roomId: room.id } })))
    return ids
  }

  async function withdraw(roomId: string, sessionHash: string): Promise<void> {
    const { count } = await prisma.lobbyEntry.updateMany({
      where: { roomId, sessionHash, state: 'waiting' },
      data: { state: 'withdrawn' },
    })
    if (count > 0) await tellHosts(roomId)
  }

  /** An agent who may not sign in any more waits nowhere. */
  async function withdrawAgent(userId: string): Promise<void> {
    const gone = await prisma.lobbyEntry.updateManyAndReturn({
      where: { userId, state: 'waiting' },
      data: { state: 'withdrawn' },
      select: { id: true, roomId: true },
    })
    await Promise.all(gone.flatMap(({ id, roomId }) => [events.publish(`entry:${id}`), tellHosts(roomId)]))
  }

  /** Everybody who waits in rooms that this agent hosts, with the ids of those rooms. */
  async function snapshotFor(agentId: string): Promise<LobbySnapshot & { roomIds: Set<string> }> {
    const hosted = { OR: [{ ownerId: agentId }, { members: { some: { userId: agentId, role: 'cohost' as const } } }] }
    const rooms = await prisma.room.findMany({ where: hosted, select: { id: true, slug: true, name: true } })
    const byId = new Map(rooms.map((room) => [room.id, room]))
    const entries = await prisma.$queryRaw<
      Pick<LobbyEntry, 'id' | 'roomId' | 'displayName' | 'userId' | 'requestedAt'>[]
    >`
      select id, "roomId", "displayName", "userId", "requestedAt" from (
        select e.*, row_number() over (partition by e."roomId" order by e."requestedAt", e.id) as place
        from "LobbyEntry" e
        where e."roomId" = any(${[...byId.keys()]}::uuid[]) and e.state = 'waiting' and e."seenAt" > ${seenSince()}
      ) waiting
      where place <= ${shownPerRoom}
      order by "requestedAt", id`
    const waiting = entries.flatMap(({ id, roomId, displayName, userId, requestedAt }) => {
      const room = byId.get(roomId)
      if (room === undefined) return []
      const { slug, name: roomName } = room
      return [{ id, slug, roomName, displayName, verified: userId !== null, requestedAt: requestedAt.toISOString() }]
    })
    return { waiting, roomIds: new Set(byId.keys()) }
  }

  async function callIn(roomId: string) {
    const [call] = await prisma.$queryRaw<{ lockedAt: Date | null; hosted: boolean }[]>`
      select c."lockedAt", ${Sql.raw(hostIsThere)} as hosted from "Call" c where c."openRoomId" = ${roomId}::uuid`
    return call ?? null
  }

  /** Whether this agent, or a guest, would be let in without asking by what the room is now. */
  async function mayEnterNow(roomId: string, agentId: string | null): Promise<boolean> {
    const [room, member] = await Promise.all([
      prisma.room.findUnique({ where: { id: roomId } }),
      agentId === null ? null : prisma.roomMember.findUnique({ where: { roomId_userId: { roomId, userId: agentId } } }),
    ])
    if (room === null) return false
    const role = agentId !== null && room.ownerId === agentId ? 'owner' : (member?.role ?? null)
    if (role === 'owner' || role === 'cohost') return true
    const door = doorOf(room, allowedAccessLevels)
    const { accessLevel } = door
    return mayEnterDirectly({ accessLevel, role, signedIn: agentId !== null }) && !isShut(door, await callIn(roomId))
  }

  /**
   * Where this session's request stands. Whoever need not ask any more is told so and asks to join as anybody: it is that
   * which lets them in, so that a room that is closed again meanwhile stays closed.
   */
  async function stateOf(
    roomId: string,
    sessionHash: string,
    agentId: string | null,
  ): Promise<EntryState & { entryId: string | null }> {
    const entry = await entryOf(roomId, sessionHash)
    if (entry === null || entry.state === 'withdrawn') return { state: 'gone', requestedAt: null, entryId: null }
    const waits = entry.state === 'waiting' && !(await mayEnterNow(roomId, agentId))
    const state = entry.state === 'waiting' && !waits ? 'admitted' : entry.state
    return { state, requestedAt: entry.requestedAt.toISOString(), entryId: entry.id }
  }

  /** The waiting browser is there; hosts hear of it when they had lost sight of it. */
  async function seen(roomId: string, sessionHash: string): Promise<void> {
    const entry = await entryOf(roomId, sessionHash)
    if (entry?.state !== 'waiting') return
    await prisma.lobbyEntry.update({ where: { id: entry.id }, data: { seenAt: new Date() } })
    if (entry.seenAt <= seenSince()) await tellHosts(roomId)
  }

  return { ask, decide, tellHosts, withdraw, withdrawAgent, snapshotFor, stateOf, seen }
}

export type Lobby = ReturnType<typeof createLobby>
