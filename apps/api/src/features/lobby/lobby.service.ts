import type { AccessLevel, EntryState, LobbySnapshot } from '@visavis/contracts'
import type { Call, LobbyEntry, Room } from '../../generated/prisma/client.ts'
import { Prisma as Sql } from '../../generated/prisma/client.ts'
import { mayEnterDirectly } from '../../platform/access-levels.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { nameKey } from '../../platform/name-keys.ts'
import { isAgentsName } from '../../platform/namesakes.ts'
import { doorOf, hostIsThere, isShut } from '../../platform/room-settings.ts'
import { type Asker, isDenied } from './denials.ts'
import { createLobbyMessages, messageColumns, messageOf } from './lobby-messages.ts'
import { endVainWaits } from './vain-waits.ts'

// Every instant is one of the database, for copies of the API differ by some seconds, and the queue shall not.
/** A browser whose stream has been away for longer is not shown to hosts; it is again when it comes back. */
const lostSight = Sql.raw(`now() - interval '45 seconds'`)
/** Whoever has closed the page for longer has stopped waiting, and begins anew. */
const gaveUp = Sql.raw(`now() - interval '10 minutes'`)
/** A room in which strangers throng hides nobody who waits for another one. */
const shownPerRoom = 100

export interface LobbyDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
  readonly allowedAccessLevels: readonly AccessLevel[]
  /** How long people wait without a host in the call; 0: for as long as they like. */
  readonly patienceMinutes: number
  openCall(room: Room): Promise<Call | null>
}

interface Asking extends Asker {
  readonly displayName: string
  /** Counts a request that hosts will be shown. Throws `rate_limited`. */
  countKnock(): Promise<void>
}

/** Whether the entry `e` of a guest bears an agent's name, by whom the room and its call have now. */
const isNamesake = Sql.raw(
  `e."userId" is null and ${isAgentsName('e."nameKey"', {
    roomId: 'e."roomId"',
    callId: '(select c.id from "Call" c where c."openRoomId" = e."roomId")',
  })}`,
)

/** Requests to come in: asked by a browser's session, decided by hosts, heard by both through events. */
export function createLobby(deps: LobbyDeps) {
  const { prisma, events, audit, allowedAccessLevels, openCall } = deps
  const { tellWaiting, forgetMessages } = createLobbyMessages(deps)
  const tellHosts = (roomId: string) => events.publish(`lobby:${roomId}`)
  const entryOf = (roomId: string, sessionHash: string) =>
    prisma.lobbyEntry.findUnique({ where: { roomId_sessionHash: { roomId, sessionHash } } })

  /** What the hosts have said about this session for the present call, or that it waits from now on. */
  async function ask(asking: Asking, call: Call | null): Promise<'admitted' | 'denied' | { waiting: string }> {
    const { room, agent, sessionHash, displayName } = asking
    const known = await entryOf(room.id, sessionHash)
    if (known?.state === 'admitted' && known.callId === (call?.id ?? null)) return 'admitted'
    if ((known?.state === 'denied' || agent !== null) && (await isDenied(prisma, asking, call))) return 'denied'

    await asking.countKnock()
    const userId = agent?.id ?? null
    if (known === null) {
      const entry = { roomId: room.id, sessionHash, displayName, userId }
      await prisma.lobbyEntry.createMany({ data: entry, skipDuplicates: true })
    }
    const key = nameKey(displayName)
    // Never over what a host decides meanwhile.
    const [entry] = await prisma.$queryRaw<{ id: string }[]>`
      update "LobbyEntry" set state = 'waiting', "userId" = ${userId}::uuid, "displayName" = ${displayName},
         "nameKey" = ${key},
        "requestedAt" = case when ${known?.state === 'waiting'} and "seenAt" > ${gaveUp} then "requestedAt" else now() end,
        "seenAt" = now(), "callId" = null, "decidedAt" = null, "decidedById" = null
      where "roomId" = ${room.id}::uuid and "sessionHash" = ${sessionHash}
        and state = ${known?.state ?? 'waiting'}::"EntryState"
        and "decidedAt" is not distinct from ${known?.decidedAt?.toISOString() ?? null}::timestamptz
      returning id`
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
    const gone = await prisma.lobbyEntry.updateManyAndReturn({
      where: { roomId, sessionHash, state: 'waiting' },
      data: { state: 'withdrawn' },
      select: { id: true },
    })
    // Another tab of the same browser waits no longer either.
    if (gone.length > 0) await Promise.all([...gone.map(({ id }) => events.publish(`entry:${id}`)), tellHosts(roomId)])
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

  /** What one copy does each minute. */
  async function tidyUp(): Promise<void> {
    await forgetMessages()
    await endVainWaits(deps)
  }

  /** Everybody who waits in rooms that this agent hosts, with the ids of those rooms. */
  async function snapshotFor(agentId: string): Promise<LobbySnapshot & { roomIds: Set<string> }> {
    const hosted = { OR: [{ ownerId: agentId }, { members: { some: { userId: agentId, role: 'cohost' as const } } }] }
    const rooms = await prisma.room.findMany({
      where: hosted,
      select: { id: true, slug: true, name: true, ...messageColumns },
    })
    const byId = new Map(rooms.map((room) => [room.id, room]))
    const entries = await prisma.$queryRaw<
      (Pick<LobbyEntry, 'id' | 'roomId' | 'displayName' | 'userId' | 'requestedAt'> & { namesake: boolean })[]
    >`
      select id, "roomId", "displayName", "userId", "requestedAt", ${isNamesake} as namesake from (
        select e.*, row_number() over (partition by e."roomId" order by e."requestedAt", e.id) as place
        from "LobbyEntry" e
        where e."roomId" = any(${[...byId.keys()]}::uuid[]) and e.state = 'waiting' and e."seenAt" > ${lostSight}
      ) e
      where place <= ${shownPerRoom}
      order by "requestedAt", id`
    const waiting = entries.flatMap(({ id, roomId, displayName, userId, namesake, requestedAt }) => {
      const room = byId.get(roomId)
      if (room === undefined) return []
      const { slug, name: roomName } = room
      const who = { displayName, verified: userId !== null, namesake }
      return [{ id, slug, roomName, ...who, requestedAt: requestedAt.toISOString() }]
    })
    const messages = rooms.flatMap((room) => {
      const message = messageOf(room)
      return message === null ? [] : [{ slug: room.slug, ...message }]
    })
    return { waiting, messages, roomIds: new Set(byId.keys()) }
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
    const entry = await prisma.lobbyEntry.findUnique({
      where: { roomId_sessionHash: { roomId, sessionHash } },
      include: { room: { select: messageColumns } },
    })
    const gone = { state: 'gone' as const, requestedAt: null, message: null, entryId: null }
    if (entry === null || entry.state === 'withdrawn') return gone
    const waits = entry.state === 'waiting' && !(await mayEnterNow(roomId, agentId))
    const state = entry.state === 'waiting' && !waits ? 'admitted' : entry.state
    const message = state === 'waiting' ? messageOf(entry.room) : null
    return { state, requestedAt: entry.requestedAt.toISOString(), message, entryId: entry.id }
  }

  /** The waiting browser is there; hosts hear of it when they had lost sight of it. */
  async function seen(roomId: string, sessionHash: string): Promise<void> {
    const [seen] = await prisma.$queryRaw<{ wasLost: boolean }[]>`
      update "LobbyEntry" e set "seenAt" = now()
      from (select id, "seenAt" <= ${lostSight} as "wasLost" from "LobbyEntry"
        where "roomId" = ${roomId}::uuid and "sessionHash" = ${sessionHash} and state = 'waiting') before
      where e.id = before.id and e.state = 'waiting' returning "wasLost"`
    if (seen?.wasLost) await tellHosts(roomId)
  }

  return { ask, decide, tellHosts, tellWaiting, tidyUp, withdraw, withdrawAgent, snapshotFor, stateOf, seen }
}

export type Lobby = ReturnType<typeof createLobby>
