import type { Call } from '../../generated/prisma/client.ts'
import type { Database } from '../../platform/database.ts'
import type { Sfu } from '../../platform/sfu.ts'

const advisoryLock = 7_315_210
/** How long the SFU may lack an open call's room, and a participant be missing from it, before the database is closed. */
const graceMilliseconds = 60_000
const webhookMemoryMilliseconds = 3_600_000
const entryMemoryMilliseconds = 86_400_000

interface ReconcileDeps {
  readonly database: Database
  readonly sfu: Sfu
  close(callId: string, at: Date): Promise<void>
  /** Tells the call where somebody's coming or going has changed what it knows. */
  changedBy(callId: string, identities: readonly string[]): Promise<void>
  /** Brings what the SFU lets people publish in step with the database. */
  alignPermissions(callId: string): Promise<void>
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
  const { sfu, close, changedBy, alignPermissions, forgetMessages, forgetReports } = deps
  const { prisma, pool } = deps.database

  async function attendance(call: Call, now: Date) {
    const there = await sfu.listParticipants(call.id)
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
      const [room] = await sfu.listRooms([call.id])
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
    for (const call of open) {
      if (!rooms.has(call.id)) {
        await missing(call, now)
        continue
      }
      if (call.missingSince !== null) await prisma.call.update({ where: { id: call.id }, data: { missingSince: null } })
      await attendance(call, now)
      await alignPermissions(call.id)
    }
    const known = new Set(open.map((call) => call.id))
    for (const room of rooms) if (!known.has(room)) await sfu.endRoom(room)
  }

  async function forget(now: Date) {
    const before = (milliseconds: number) => ({ lt: new Date(now.getTime() - milliseconds) })
    await prisma.webhookEvent.deleteMany({ where: { receivedAt: before(webhookMemoryMilliseconds) } })
    await prisma.lobbyEntry.deleteMany({ where: { seenAt: before(entryMemoryMilliseconds) } })
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
        await reconcileCalls(now)
      } finally {
        await client.query('select pg_advisory_unlock($1)', [advisoryLock])
      }
    } finally {
      client.release()
    }
  }
}
