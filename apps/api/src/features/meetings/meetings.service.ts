import { randomUUID } from 'node:crypto'
import type { BodyOf, changeOccurrence, MeetingChange, Meeting as MeetingView, NewMeeting } from '@visavis/contracts'
import type { Meeting, Prisma as Sql, User } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { checkWallTime, instantOf } from '../../platform/wall-time.ts'
import { cancelMeeting, invitedTo, lockMeeting } from './cancel-meetings.ts'
import { invitationJobs, type QueueInvitations } from './invitation-jobs.ts'
import { type InviteeChanges, setInvitees } from './invitees.ts'
import { checkVersion, checkWhen, planChange } from './meeting-changes.ts'
import { lastEndOf, nextDateOf, ruleOf } from './occurrences.ts'
import { hasDate } from './recurrence.ts'

const dayMilliseconds = 86_400_000

export interface MeetingsDeps {
  readonly prisma: Prisma
  readonly audit: Audit
  readonly queueInvitations: QueueInvitations
  /** What a meeting calls itself in calendars is its id at this host. */
  readonly host: string
  readonly retentionDays: number
  /** Makes these people co-hosts of the room, now or at their first sign-in. */
  makeCohosts(roomId: string, actorId: string, emails: readonly string[]): Promise<void>
  viewOf(meetingId: string, agent: User): Promise<MeetingView>
}

type OccurrenceChange = BodyOf<typeof changeOccurrence>

/** Plans meetings, changes and cancels them. Whoever is invited is told by mail that is queued with the change. */
export function createMeetings(deps: MeetingsDeps) {
  const { prisma, audit, queueInvitations } = deps

  /** Works out anew when the next date and the last one end. */
  async function settleDates(tx: Sql.TransactionClient, meetingId: string): Promise<void> {
    const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, include: { exceptions: true } })
    const data = { ...nextDateOf(meeting, new Date()), lastEndsAt: lastEndOf(meeting) }
    await tx.meeting.update({ where: { id: meetingId }, data })
  }

  /** Only who owns a room makes others its hosts, be it by inviting them. */
  async function checkCohosts(tx: Sql.TransactionClient, roomId: string, actor: User, { newCohosts }: InviteeChanges) {
    if (newCohosts.length === 0) return
    const room = await tx.room.findUnique({ where: { id: roomId }, select: { ownerId: true } })
    if (room?.ownerId === actor.id) return
    const message = 'only who owns the room makes somebody its co-host'
    throw new ProblemError('invalid_request', { fields: [{ path: 'body.invitees', message }] })
  }

  /** Plans a meeting; `findRoom` gives where, once it is known that the meeting can be. */
  async function create(
    organizer: User,
    findRoom: () => Promise<string>,
    { invitees, ...plan }: Omit<NewMeeting, 'room'>,
  ): Promise<MeetingView> {
    checkWhen(plan)
    const roomId = await findRoom()
    const id = randomUUID()
    const others = invitees.filter(({ email }) => email !== organizer.email)
    const cohosts = await prisma.$transaction(async (tx) => {
      const data = { ...plan, id, roomId, organizerId: organizer.id, uid: `${id}@${deps.host}` }
      await tx.meeting.create({ data })
      const who = await setInvitees(tx, id, others)
      await checkCohosts(tx, roomId, organizer, who)
      await settleDates(tx, id)
      const job = { kind: 'request', meetingId: id, sequence: 0, recurrenceId: null } as const
      await queueInvitations(tx, invitationJobs(job, who.added))
      const details = { roomId, invitees: who.added.length }
      await audit({ action: 'meeting.created', actorId: organizer.id, subjectId: id, details }, tx)
      return who.newCohosts
    })
    await deps.makeCohosts(roomId, organizer.id, cohosts)
    return await deps.viewOf(id, organizer)
  }

  /** Tells those who are new, who have gone, and, of a change that concerns them, who stays. */
  async function tell(
    tx: Sql.TransactionClient,
    meetingId: string,
    sequence: number,
    who: InviteeChanges,
    all: boolean,
  ) {
    const about = { meetingId, sequence, recurrenceId: null }
    const asked = all ? [...who.added, ...who.kept] : who.added
    await queueInvitations(tx, [
      ...invitationJobs({ ...about, kind: 'request' }, asked),
      ...invitationJobs({ ...about, kind: 'cancel' }, who.removed),
    ])
  }

  async function update(meetingId: string, actor: User, asked: MeetingChange): Promise<MeetingView> {
    const { version: _, invitees, ...change } = asked
    const { roomId, newCohosts } = await prisma.$transaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId)
      checkVersion(meeting, asked)
      checkWhen({ ...meeting, ...pickWhen(change, meeting) })
      const { data, fields, told, newRhythm } = planChange(meeting, change)
      const kept = invitees === undefined ? await invitedTo(tx, meetingId) : null
      const who: InviteeChanges = kept
        ? { added: [], removed: [], kept, newCohosts: [] }
        : await setInvitees(tx, meetingId, await withoutOrganizer(tx, meeting, invitees ?? []))
      await checkCohosts(tx, meeting.roomId, actor, who)
      const mailed = told || who.added.length + who.removed.length > 0
      const sequence = meeting.sequence + (mailed ? 1 : 0)
      const count = { version: meeting.version + 1, sequence, ...(told && { wholeSequence: sequence }) }
      await tx.meeting.update({ where: { id: meetingId }, data: { ...(data as object), ...count } })
      const invitedNow = { where: { id: { in: [...who.added] } }, data: { invitedSequence: sequence } }
      if (who.added.length > 0) await tx.invitee.updateMany(invitedNow)
      if (newRhythm) await tx.meetingException.deleteMany({ where: { meetingId } })
      await settleDates(tx, meetingId)
      await tell(tx, meetingId, sequence, who, told)
      const details = { fields, added: who.added.length, removed: who.removed.length }
      await audit({ action: 'meeting.updated', actorId: actor.id, subjectId: meetingId, details }, tx)
      return { roomId: meeting.roomId, newCohosts: who.newCohosts }
    })
    await deps.makeCohosts(roomId, actor.id, newCohosts)
    return await deps.viewOf(meetingId, actor)
  }

  const cancel = (meetingId: string, actor: User): Promise<void> =>
    prisma.$transaction((tx) => cancelMeeting({ audit, queueInvitations }, tx, meetingId, actor.id))

  /** Makes one date differ from the rule; null as `change` cancels it. */
  async function except(
    meetingId: string,
    actor: User,
    recurrenceId: string,
    version: number,
    change: Omit<OccurrenceChange, 'version'> | null,
  ): Promise<MeetingView> {
    checkWallTime({ start: change?.start })
    await prisma.$transaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId)
      checkVersion(meeting, { version })
      const rule = ruleOf(meeting)
      if (rule === null || !hasDate(rule, recurrenceId, instantOf(recurrenceId, meeting.timeZone)))
        throw new ProblemError('not_found')
      const { title, durationMinutes } = meeting
      const differs = change ?? { title, start: recurrenceId, durationMinutes }
      const data = { ...differs, cancelled: change === null }
      const where = { meetingId_recurrenceId: { meetingId, recurrenceId } }
      await tx.meetingException.upsert({ where, create: { ...data, meetingId, recurrenceId }, update: data })
      const sequence = meeting.sequence + 1
      await tx.meeting.update({ where: { id: meetingId }, data: { sequence, version: meeting.version + 1 } })
      await settleDates(tx, meetingId)
      const ids = await invitedTo(tx, meetingId)
      const kind = change === null ? 'cancel' : 'request'
      await queueInvitations(tx, invitationJobs({ kind, meetingId, sequence, recurrenceId }, ids))
      const details = { recurrenceId, cancelled: change === null }
      await audit({ action: 'meeting.updated', actorId: actor.id, subjectId: meetingId, details }, tx)
    })
    return await deps.viewOf(meetingId, actor)
  }

  /** Moves on to the next date those meetings whose last one has ended since. */
  async function advance(now: Date): Promise<void> {
    const due = await prisma.meeting.findMany({
      where: { nextEndsAt: { lte: now } },
      include: { exceptions: true },
      orderBy: { nextEndsAt: 'asc' },
      take: 1000,
    })
    for (const meeting of due) {
      const where = { id: meeting.id, version: meeting.version }
      await prisma.meeting.updateMany({ where, data: nextDateOf(meeting, now) })
    }
  }

  /** Deletes what has been over for as long as the operator says. */
  async function forget(now: Date): Promise<void> {
    const before = { lt: new Date(now.getTime() - deps.retentionDays * dayMilliseconds) }
    await prisma.meeting.deleteMany({ where: { OR: [{ lastEndsAt: before }, { cancelledAt: before }] } })
  }

  return { create, update, cancel, except, advance, forget }
}

const pickWhen = (change: Omit<MeetingChange, 'version' | 'invitees'>, meeting: Meeting) => ({
  start: change.start ?? meeting.start,
  timeZone: change.timeZone ?? meeting.timeZone,
  recurrence: change.recurrence === undefined ? meeting.recurrence : change.recurrence,
})

/** Whoever plans a meeting is not invited to it. */
async function withoutOrganizer(
  tx: Sql.TransactionClient,
  { organizerId }: Meeting,
  invitees: NonNullable<MeetingChange['invitees']>,
) {
  const organizer = organizerId === null ? null : await tx.user.findUnique({ where: { id: organizerId } })
  return invitees.filter(({ email }) => email !== organizer?.email)
}

export type Meetings = ReturnType<typeof createMeetings>
