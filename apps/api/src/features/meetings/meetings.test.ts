import { listMeetings, meetingSchema } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** A Monday in January. */
const monday = `2030-01-07T09:30`

const plan = (room: string | null, more: object = {}) => ({
  title: 'Comité de suivi',
  start: monday,
  timeZone: 'Europe/Paris',
  durationMinutes: 60,
  room,
  ...more,
})

async function create(browser: TestBrowser, body: object) {
  const response = await browser.post('/meetings', body)
  if (response.statusCode !== 201) throw new Error(`${response.statusCode}: ${response.body}`)
  return meetingSchema.parse(response.json())
}

const datesOf = async (browser: TestBrowser, query = '') =>
  listMeetings.response.parse((await browser.get(`/meetings${query}`)).json())

async function hosted(more: object = {}) {
  const claire = await api.agent()
  const room = await makeRoom(api, claire.user.id)
  return { claire, room, meeting: await create(claire, plan(room.slug, more)) }
}

describe('a meeting', () => {
  it('takes place in a room of its own, named as it is', async () => {
    const claire = await api.agent()
    const meeting = await create(claire, plan(null))
    expect(meeting).toMatchObject({
      title: 'Comité de suivi',
      version: 1,
      role: 'organizer',
      room: { name: 'Comité de suivi', role: 'owner' },
      next: [{ recurrenceId: monday, startsAt: '2030-01-07T08:30:00.000Z', endsAt: '2030-01-07T09:30:00.000Z' }],
    })
    expect((await claire.get('/rooms')).json().items).toMatchObject([{ slug: meeting.room.slug }])
  })

  it('is planned by hosts of its room alone', async () => {
    const { room } = await hosted()
    const [stranger, cohost, member] = [await api.agent(), await api.agent(), await api.agent()]
    await api.database.prisma.roomMember.createMany({
      data: [
        { roomId: room.id, userId: cohost.user.id, role: 'cohost' },
        { roomId: room.id, userId: member.user.id, role: 'member' },
      ],
    })
    for (const browser of [stranger, member])
      expect((await browser.post('/meetings', plan(room.slug))).statusCode).toBe(403)
    expect((await cohost.post('/meetings', plan(room.slug))).statusCode).toBe(201)
    expect((await api.guest().post('/meetings', plan(null))).statusCode).toBe(401)
  })

  it.each([
    [{ start: '2030-02-30T10:00' }, 'body.start'],
    [{ timeZone: 'Europe/Atlantis' }, 'body.timeZone'],
    [{ recurrence: 'FREQ=DAILY;COUNT=99999' }, 'body.recurrence'],
    [{ recurrence: 'FREQ=SECONDLY' }, 'body.recurrence'],
    [{ durationMinutes: 0 }, 'body.durationMinutes'],
    [{ title: ' \u200b ' }, 'body.title'],
    [{ invitees: [{ email: 'paul@example.fr\r\nBcc: all@example.fr' }] }, 'body.invitees'],
    [{ invitees: [{ email: 'a@example.fr' }, { email: 'A@example.fr' }] }, 'body.invitees'],
  ])('is refused with %j, and no room is made for it', async (more, path) => {
    const claire = await api.agent()
    const response = await claire.post('/meetings', plan(null, more))
    expect(response.statusCode).toBe(400)
    expect(response.json().fields[0].path).toContain(path)
    expect((await claire.get('/rooms')).json().items).toEqual([])
  })

  it('in an hour that a clock change skips begins an hour later, in one that comes twice at the first', async () => {
    const claire = await api.agent()
    const startOf = async (start: string) => (await create(claire, plan(null, { start }))).next[0]?.startsAt
    expect(await startOf('2030-03-31T02:30')).toBe('2030-03-31T01:30:00.000Z')
    expect(await startOf('2030-10-27T02:30')).toBe('2030-10-27T00:30:00.000Z')
  })

  it('shows its invitees to hosts, and to each invitee only their own answer', async () => {
    const paul = await api.agent()
    const invitees = [
      { email: paul.user.email, name: 'Paul' },
      { email: 'sonia@example.fr', optional: true },
    ]
    const { claire, meeting } = await hosted({ invitees })
    expect(meeting.invitees).toMatchObject([
      { email: paul.user.email, reply: 'pending' },
      { email: 'sonia@example.fr', optional: true },
    ])
    const seen = meetingSchema.parse((await paul.get(`/meetings/${meeting.id}`)).json())
    expect(seen).toMatchObject({ role: 'invitee', reply: 'pending', invitees: null, room: { role: null } })
    await paul.put(`/meetings/${meeting.id}/reply`, { reply: 'accepted' })
    const after = meetingSchema.parse((await claire.get(`/meetings/${meeting.id}`)).json())
    expect(after.invitees?.find(({ email }) => email === paul.user.email)).toMatchObject({ reply: 'accepted' })
    const stranger = await api.agent()
    expect((await stranger.get(`/meetings/${meeting.id}`)).statusCode).toBe(403)
    expect((await stranger.put(`/meetings/${meeting.id}/reply`, { reply: 'accepted' })).statusCode).toBe(403)
  })

  it('makes a co-host of who is invited as one, when the owner of the room says so', async () => {
    const paul = await api.agent()
    const invitees = [{ email: paul.user.email, cohost: true }]
    const { room } = await hosted({ invitees })
    expect((await paul.get('/rooms')).json().items).toMatchObject([{ slug: room.slug, role: 'cohost' }])
    const other = await api.agent()
    const asked = plan(room.slug, { invitees: [{ email: other.user.email, cohost: true }] })
    expect((await paul.post('/meetings', asked)).json()).toMatchObject({
      status: 400,
      fields: [{ path: 'body.invitees' }],
    })
    expect((await other.get('/rooms')).json().items).toEqual([])
  })
})

describe('a change', () => {
  it('from another version is a conflict that names what it would overwrite', async () => {
    const { claire, meeting } = await hosted()
    const path = `/meetings/${meeting.id}`
    expect((await claire.patch(path, { version: 1, title: 'Comité élargi' })).json()).toMatchObject({ version: 2 })
    const late = await claire.patch(path, { version: 1, title: 'Comité restreint', durationMinutes: 60 })
    expect(late.statusCode).toBe(409)
    expect(late.json().fields).toEqual([{ path: 'body.title', message: 'Comité élargi' }])
    expect((await claire.get(path)).json()).toMatchObject({ title: 'Comité élargi', version: 2 })
  })

  it('by two at once is made by one of them', async () => {
    const { claire, meeting } = await hosted()
    const answers = await Promise.all(
      ['Un', 'Deux', 'Trois'].map((title) => claire.patch(`/meetings/${meeting.id}`, { version: 1, title })),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([200, 409, 409])
  })

  it('of the rhythm makes single dates as the rule says again, one of the title does not', async () => {
    const { claire, meeting } = await hosted({ recurrence: 'FREQ=WEEKLY' })
    const path = `/meetings/${meeting.id}`
    await claire.post(`${path}/occurrences/2030-01-14T09:30/cancel`, { version: 1 })
    expect((await claire.patch(path, { version: 2, title: 'Autre' })).json().exceptions).toHaveLength(1)
    expect((await claire.patch(path, { version: 3, start: '2030-01-08T09:30' })).json().exceptions).toEqual([])
  })

  it('is for hosts', async () => {
    const { meeting } = await hosted({ invitees: [] })
    const stranger = await api.agent()
    const path = `/meetings/${meeting.id}`
    expect((await stranger.patch(path, { version: 1, title: 'x' })).statusCode).toBe(403)
    expect((await stranger.delete(path)).statusCode).toBe(403)
  })
})

describe('one date', () => {
  it('is moved, renamed, cancelled and had after all, and the others stay', async () => {
    const { claire, meeting } = await hosted({ recurrence: 'FREQ=WEEKLY;COUNT=3' })
    const path = `/meetings/${meeting.id}/occurrences`
    const moved = { version: 1, title: 'Exceptionnel', start: '2030-01-23T14:00', durationMinutes: 30 }
    await claire.put(`${path}/2030-01-14T09:30`, moved)
    const cancelled = await claire.post(`${path}/2030-01-07T09:30/cancel`, { version: 2 })
    expect(cancelled.json().next).toEqual([
      { recurrenceId: '2030-01-21T09:30', startsAt: '2030-01-21T08:30:00.000Z', endsAt: '2030-01-21T09:30:00.000Z' },
      { recurrenceId: '2030-01-14T09:30', startsAt: '2030-01-23T13:00:00.000Z', endsAt: '2030-01-23T13:30:00.000Z' },
    ])
    expect((await datesOf(claire)).items.map(({ title }) => title)).toEqual(['Comité de suivi', 'Exceptionnel'])
    const back = { version: 3, title: meeting.title, start: '2030-01-07T09:30', durationMinutes: 60 }
    expect((await claire.put(`${path}/2030-01-07T09:30`, back)).json().next).toHaveLength(3)
  })

  it('that the rule does not have is not found', async () => {
    const { claire, meeting } = await hosted({ recurrence: 'FREQ=WEEKLY;COUNT=3' })
    const cancel = (date: string) => claire.post(`/meetings/${meeting.id}/occurrences/${date}/cancel`, { version: 1 })
    expect((await cancel('2030-01-08T09:30')).statusCode).toBe(404)
    expect((await cancel('2030-01-28T09:30')).statusCode).toBe(404)
    expect((await cancel('yesterday')).statusCode).toBe(400)
  })
})

describe('the list', () => {
  it('has what one plans, hosts and is invited to, by date, page by page', async () => {
    const claire = await api.agent()
    const room = await makeRoom(api, claire.user.id)
    await create(claire, plan(room.slug, { title: 'Hebdo', recurrence: 'FREQ=WEEKLY;COUNT=4' }))
    await create(claire, plan(room.slug, { title: 'Unique', start: '2030-01-15T09:30' }))
    const paul = await api.agent()
    await create(
      paul,
      plan(null, { title: 'Invitée', start: '2030-01-20T09:30', invitees: [{ email: claire.user.email }] }),
    )
    await create(paul, plan(null, { title: 'Pas pour elle' }))
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await datesOf(claire, `?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.items.map(({ title, startsAt, role }) => `${startsAt.slice(5, 10)} ${title} ${role}`))
      cursor = page.nextCursor
    }
    expect(seen).toEqual([
      '01-07 Hebdo organizer',
      '01-14 Hebdo organizer',
      '01-15 Unique organizer',
      '01-20 Invitée invitee',
      '01-21 Hebdo organizer',
      '01-28 Hebdo organizer',
    ])
  })

  it('begins where it is asked to, and finds by title and room', async () => {
    const { claire, room } = await hosted({ recurrence: 'FREQ=WEEKLY', title: 'Point d’étape' })
    const from = await datesOf(claire, `?from=2031-06-01T00:00:00Z&limit=1`)
    expect(from.items[0]?.startsAt).toBe('2031-06-02T07:30:00.000Z')
    expect((await datesOf(claire, '?search=%C3%A9tape&limit=1')).items).toHaveLength(1)
    expect((await datesOf(claire, `?room=${room.slug}&limit=1`)).items).toHaveLength(1)
    expect((await datesOf(claire, '?search=nothing')).items).toEqual([])
  })

  it('leaves out what is over or cancelled, and keeps what goes on', async () => {
    const claire = await api.agent()
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 16)
    const utc = { timeZone: 'UTC' }
    await create(claire, plan(null, { ...utc, title: 'Over', start: ago(90), durationMinutes: 60 }))
    await create(claire, plan(null, { ...utc, title: 'Now', start: ago(30), durationMinutes: 60 }))
    const off = await create(claire, plan(null, { ...utc, title: 'Off' }))
    expect((await claire.delete(`/meetings/${off.id}`)).statusCode).toBe(204)
    expect((await datesOf(claire)).items.map(({ title }) => title)).toEqual(['Now'])
    expect((await claire.patch(`/meetings/${off.id}`, { version: 2, title: 'x' })).statusCode).toBe(409)
  })
})
