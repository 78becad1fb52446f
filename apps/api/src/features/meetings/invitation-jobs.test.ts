import { newMeetingSchema as withRoom } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { cancelMeetingsIn } from './cancel-meetings.ts'
import type { QueueInvitations } from './invitation-jobs.ts'
import { createMeetingView } from './meeting-view.ts'
import { createMeetings } from './meetings.service.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const newMeetingSchema = z.omit(withRoom, { room: true })
const form = {
  title: 'Comité',
  start: '2030-01-07T09:30',
  timeZone: 'Europe/Paris',
  durationMinutes: 60,
  recurrence: 'FREQ=WEEKLY',
}
const guests = (...names: string[]) => names.map((name) => ({ email: `${name}@example.fr` }))

/** A planned meeting, and what those invited are to be told of it, by name. */
async function planned(...names: string[]) {
  const { prisma } = api.database
  const { user: claire } = await api.agent()
  const room = await makeRoom(api, claire.id)
  const jobs: { key: string; to: string; what: string }[] = []
  const queueInvitations: QueueInvitations = async (tx, asked) => {
    for (const { key, data } of asked) {
      const { email } = await tx.invitee.findUniqueOrThrow({ where: { id: data.inviteeId } })
      const what = [data.kind, data.sequence, data.recurrenceId].filter((part) => part !== null).join(' ')
      jobs.push({ key, to: email.split('@')[0] ?? '', what })
    }
  }
  const audit = async () => {}
  const meetings = createMeetings({
    prisma,
    audit,
    queueInvitations,
    host: 'visio.example',
    retentionDays: 365,
    makeCohosts: audit,
    viewOf: createMeetingView(prisma),
  })
  const asked = newMeetingSchema.parse({ ...form, invitees: guests(...names) })
  const meeting = await meetings.create(claire, async () => room.id, asked)
  /** What has been queued since the last time. */
  const told = () => jobs.splice(0).map(({ to, what }) => `${to}: ${what}`)
  return { claire, room, meeting, meetings, jobs, told, deps: { audit, queueInvitations } }
}

it('invites those who are asked, but not who asks', async () => {
  const { claire, meetings, room, told } = await planned('paul', 'sonia')
  expect(told()).toEqual(['paul: request 0', 'sonia: request 0'])
  const self = newMeetingSchema.parse({ ...form, invitees: [{ email: claire.email }] })
  expect((await meetings.create(claire, async () => room.id, self)).invitees).toEqual([])
})

it('tells of a change those whom it concerns', async () => {
  const { claire, meeting, meetings, told } = await planned('paul', 'sonia')
  told()
  await meetings.update(meeting.id, claire, { version: 1, reminderMinutes: [30] })
  expect(told()).toEqual([])
  await meetings.update(meeting.id, claire, { version: 2, title: 'Comité élargi' })
  expect(told()).toEqual(['paul: request 1', 'sonia: request 1'])
  const invitees = newMeetingSchema.shape.invitees.parse(guests('sonia', 'ana'))
  await meetings.update(meeting.id, claire, { version: 3, invitees })
  expect(told()).toEqual(['ana: request 2', 'paul: cancel 2'])
  const again = newMeetingSchema.shape.invitees.parse(guests('sonia', 'ana', 'paul'))
  await meetings.update(meeting.id, claire, { version: 4, invitees: again })
  expect(told()).toEqual(['paul: request 3'])
})

it('tells of one date, and of the end of all', async () => {
  const { claire, meeting, meetings, told } = await planned('paul')
  told()
  await meetings.except(meeting.id, claire, '2030-01-14T09:30', 1, null)
  const moved = { title: 'Comité', start: '2030-01-22T10:00', durationMinutes: 60 }
  await meetings.except(meeting.id, claire, '2030-01-21T09:30', 2, moved)
  await meetings.cancel(meeting.id, claire)
  expect(told()).toEqual(['paul: cancel 1 2030-01-14T09:30', 'paul: request 2 2030-01-21T09:30', 'paul: cancel 3'])
})

it('gives each thing to tell a name of its own', async () => {
  const { claire, meeting, meetings, jobs } = await planned('paul', 'sonia')
  await meetings.update(meeting.id, claire, { version: 1, title: 'Comité élargi' })
  await meetings.except(meeting.id, claire, '2030-01-14T09:30', 2, null)
  expect(new Set(jobs.map(({ key }) => key)).size).toBe(6)
})

it('tells nobody of what was refused', async () => {
  const { claire, meeting, meetings, told } = await planned('paul')
  told()
  await expect(meetings.update(meeting.id, claire, { version: 7, title: 'x' })).rejects.toThrow('meanwhile')
  await expect(meetings.except(meeting.id, claire, '2030-01-15T09:30', 1, null)).rejects.toThrow()
  expect(told()).toEqual([])
})

it('cancels what is planned in a room that goes, once', async () => {
  const { claire, room, told, deps } = await planned('paul')
  told()
  const cancelAll = () => api.database.prisma.$transaction((tx) => cancelMeetingsIn(deps, tx, room.id, claire.id))
  await cancelAll()
  await cancelAll()
  expect(told()).toEqual(['paul: cancel 1'])
})

it('moves on to the next date once one has ended', async () => {
  const { meeting, meetings } = await planned()
  const { prisma } = api.database
  const next = async () => (await prisma.meeting.findUniqueOrThrow({ where: { id: meeting.id } })).nextStartsAt
  expect(await next()).toEqual(new Date('2030-01-07T08:30:00Z'))
  await meetings.advance(new Date('2030-01-07T09:29:59Z'))
  expect(await next()).toEqual(new Date('2030-01-07T08:30:00Z'))
  await meetings.advance(new Date('2030-01-07T09:30:00Z'))
  expect(await next()).toEqual(new Date('2030-01-14T08:30:00Z'))
})

it('is forgotten a year after its last date, or after it was cancelled', async () => {
  const [over, off, endless] = [await planned(), await planned(), await planned('paul')]
  await over.meetings.update(over.meeting.id, over.claire, { version: 1, recurrence: null })
  await off.meetings.cancel(off.meeting.id, off.claire)
  const left = async () => {
    const ids = [over, off, endless].map(({ meeting }) => meeting.id)
    return await api.database.prisma.meeting.count({ where: { id: { in: ids } } })
  }
  await over.meetings.forget(new Date())
  expect(await left()).toBe(3)
  await over.meetings.forget(new Date('2031-01-07T09:29:00Z'))
  expect(await left()).toBe(2)
  await over.meetings.forget(new Date('2032-01-01T00:00:00Z'))
  expect(await left()).toBe(1)
})
