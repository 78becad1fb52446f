import type { Call } from '../../generated/prisma/client.ts'
import { type CallRooms, placeOf } from '../../platform/call-rooms.ts'
import type { Database } from '../../platform/database.ts'
import type { Sfu } from '../../platform/sfu.ts'

const advisoryLock = 7_315_210
/** How long the SFU may lack an open call's room, and a participant be missing from it, before the database is closed. */
const graceMilliseconds = 60_000
const webhookMemoryMilliseconds = 3_600_000
const entryMemoryMilliseconds = 86_400_000
/** An e-mail address that nobody has signed in by for so long is nobody's business any more. */
const invitationMemoryMilliseconds = 365 * 86_400_000

interface ReconcileDeps {
  readonly database: Database
  readonly sfu: Sfu
  readonly rooms: CallRooms
  close(callId: string, at: Date): Promise<void>
  /** Tells the call where somebody's coming or going has changed what it knows. */
  changedBy(callId: string, identities: readonly string[]): Promise<void>
  /** Brings what the SFU lets people publish in step with the database. */
  alignPermissions(callId: string): Promise<void>
  /** Ends the waiting of those to whom no host has come, and forgets what they were told long ago. */
  tidyLobbies(): Promise<void>
  /** Deletes the messages whose time is over. */
  forgetMessages(now: Date): Promise<void>
  /** The same of reports. */
  forgetReports(now: Date): Promise<void>
}

/**
 * Brings calls and attendance in step with the SFU, whose webhooks are lost when it is killed, and forgets what is stale.
 * One API copy does it at a time; the others return at once.
 */
export function createReconcile(deps: ReconcileDeps) {
  const { sfu, rooms: callRooms, close, changedBy, alignPermissions, tidyLobbies, forgetMessages, forgetReports } = deps
  const { prisma, pool } = deps.database

  /** Puts out of breakouts whoever has been sent elsewhere and stays; the others are in the call. */
  async function whoIsIn(call: Call, rooms: string[]): Promise<string[]> {
    const participants = await prisma.participant.findMany({
      where: { callId: call.id, breakoutId: { not: null } },
      select: { id: true, callId: true, breakoutId: true },
    })
    const places = new Map(participants.map((participant) => [participant.id, placeOf(participant)]))
    const isIn = (identity: string, room: string) => room === call.id || places.get(identity) === room
    const seats = await Promise.all(
      rooms.map(async (room) => (await sfu.listParticipants(room)).map((identity) => ({ room, identity }))),
    )
    const strays = seats.flat().filter(({ identity, room }) => !isIn(identity, room))
    await Promise.all(strays.map(({ room, identity }) => sfu.removeParticipant(room, identity)))
    return seats.flat().flatMap(({ identity, room }) => (isIn(identity, room) ? identity : []))
  }

  async function attendance(call: Call, rooms: string[], now: Date) {
    const there = await whoIsIn(call, rooms)
    const inCall = { callId: call.id }
    const gone = await prisma.participant.updateManyAndReturn({
      where: {
        ...inCall,
        id: { notIn: there },
        leftAt: null,
        joinedAt: { lt: new Date(now.getTime() - graceMilliseconds) },
      },
      data: { leftAt: now },
      select: { id: true },
    })
    await prisma.participant.updateMany({
      where: { ...inCall, id: { in: there }, joinedAt: null },
      data: { joinedAt: now },
    })
    const back = await prisma.participant.updateManyAndReturn({
      where: { ...inCall, id: { in: there }, leftAt: { not: null } },
      data: { leftAt: null },
      select: { id: true },
    })
    const moved = [...gone, ...back].map(({ id }) => id)
    if (moved.length > 0) await changedBy(call.id, moved)
  }

  async function missing(call: Call, now: Date) {
    const longAgo = new Date(now.getTime() - graceMilliseconds)
    if (call.missingSince !== null && call.missingSince <= longAgo) {
      // Somebody may have come back since the rooms were listed.
      const [room] = await sfu.listRooms(await callRooms.of(call.id))
      return room === undefined ? await close(call.id, call.missingSince) : undefined
    }
    if (call.missingSince === null && call.startedAt <= longAgo) {
      await prisma.call.update({ where: { id: call.id }, data: { missingSince: now } })
    }
  }

  async function reconcileCalls(now: Date) {
    // The SFU first: a call's row exists before its room does.
    const rooms = new Set(await sfu.listRooms())
    const open = await prisma.call.findMany({ where: { endedAt: null } })
    const known = new Set<string>()
    for (const call of open) {
      const theirs = await callRooms.of(call.id)
      for (const room of theirs) known.add(room)
      const there = theirs.filter((room) => rooms.has(room))
      if (there.length === 0) {
        await missing(call, now)
        continue
      }
      if (call.missingSince !== null) await prisma.call.update({ where: { id: call.id }, data: { missingSince: null } })
      await attendance(call, there, now)
      await alignPermissions(call.id)
    }
    for (const room of rooms) if (!known.has(room)) await sfu.endRoom(room)
  }

  async function forget(now: Date) {
    const before = (milliseconds: number) => ({ lt: new Date(now.getTime() - milliseconds) })
    await prisma.webhookEvent.deleteMany({ where: { receivedAt: before(webhookMemoryMilliseconds) } })
    await prisma.lobbyEntry.deleteMany({ where: { seenAt: before(entryMemoryMilliseconds) } })
    await prisma.roomInvitation.deleteMany({ where: { createdAt: before(invitationMemoryMilliseconds) } })
    // Let in, and never there: no attendance to keep.
    const ended = { endedAt: before(entryMemoryMilliseconds) }
    await prisma.participant.deleteMany({ where: { joinedAt: null, call: ended } })
    await forgetMessages(now)
    await forgetReports(now)
  }

  return async function reconcile(now = new Date()): Promise<void> {
    const client = await pool.connect()
    try {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as locked', [advisoryLock])
      if (rows[0]?.locked !== true) return
      try {
        await forget(now)
        await tidyLobbies()
        await reconcileCalls(now)
      } finally {
        await client.query('select pg_advisory_unlock($1)', [advisoryLock])
      }
    } finally {
      client.release()
    }
  }
}
