import type { BreakoutPlan } from '@visavis/contracts'
import { ProblemError } from '../../platform/problems.ts'
import { endOf, findSession, revisionOf, type Transaction } from './sessions.ts'

/** Makes the session of a call what a host wants it to be. Rooms that are open can be renamed and added to alone. */
export async function planRooms(tx: Transaction, callId: string, { rooms, ...settings }: BreakoutPlan): Promise<void> {
  const before = await findSession(tx, callId)
  const known = new Set(before?.rooms.map(({ id }) => id))
  const kept = rooms.flatMap(({ id }) => id ?? [])
  // Another host has taken it away in the meantime.
  if (!kept.every((id) => known.has(id)) || new Set(kept).size < kept.length) throw new ProblemError('conflict')
  const going = [...known].filter((id) => !kept.includes(id))
  const isOpen = before?.phase === 'open'
  if (before?.phase === 'recalling' || (isOpen && going.length > 0)) {
    throw new ProblemError('conflict', { title: 'Breakout rooms that are open cannot be taken away.' })
  }

  const openedAt = isOpen ? before.openedAt : null
  const times = openedAt !== null && { endsAt: endOf(openedAt, settings.minutes) }
  const data = { ...settings, ...times, revision: await revisionOf(tx, callId) }
  await tx.breakoutSession.upsert({ where: { callId }, create: { callId, ...data }, update: data })
  await tx.breakout.deleteMany({ where: { id: { in: going } } })
  if (going.length > 0) {
    const theirs = { callId, assignedId: { in: going } }
    await tx.participant.updateMany({ where: theirs, data: { assignedId: null } })
  }
  for (const [position, { id, name }] of rooms.entries()) {
    if (id === undefined) await tx.breakout.create({ data: { callId, position, name } })
    else await tx.breakout.update({ where: { id }, data: { position, name } })
  }
}
