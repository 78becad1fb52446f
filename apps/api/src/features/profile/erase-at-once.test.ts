import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi({ RATE_LIMITS: '{"joinPerSession":{"points":500,"seconds":60}}' })
})
afterAll(() => api.close())

type Agent = Awaited<ReturnType<TestApi['agent']>>
const erase = (agent: Agent) => agent.post('/me/erase', { email: agent.user.email })
const copyOf = (agent: Agent) => {
  const copy = api.guest()
  for (const [name, value] of agent.cookies) copy.cookies.set(name, value)
  return copy
}

it('twice at once is once', async () => {
  const claire = await api.agent()
  for (let count = 0; count < 3; count++) await makeRoom(api, claire.user.id)
  const other = copyOf(claire)
  const answers = await Promise.all([erase(claire), other.post('/me/erase', { email: claire.user.email })])
  for (const { statusCode } of answers) expect([200, 401]).toContain(statusCode)
  expect(answers.some(({ statusCode }) => statusCode === 200)).toBe(true)
  const events = { action: 'account.erased', actorId: claire.user.id }
  expect(await api.database.prisma.auditEvent.count({ where: events })).toBe(1)
  expect(await api.database.prisma.room.count({ where: { ownerId: claire.user.id } })).toBe(0)
})

it('two last administrators do not both go', async () => {
  const [one, other] = [await api.agent({ role: 'ADMIN' }), await api.agent({ role: 'ADMIN' })]
  const answers = await Promise.all([erase(one), erase(other)])
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(1)
  expect(await api.database.prisma.user.count({ where: { role: 'ADMIN' } })).toBe(1)
})

it('leaves nobody in a call, whoever joins, makes rooms or is given one meanwhile', async () => {
  const { prisma } = api.database
  for (let round = 0; round < 5; round++) {
    const [claire, karim] = [await api.agent(), await api.agent()]
    const [hers, his] = [await makeRoom(api, claire.user.id), await makeRoom(api, karim.user.id)]
    const given = await makeRoom(api, karim.user.id)
    await enter(claire, hers.slug)
    await enter(karim, his.slug)
    const page = copyOf(claire)
    const busy = Array.from({ length: 6 }, () => [
      page.post(`/rooms/${his.slug}/join`, {}),
      page.post(`/rooms/${hers.slug}/join`, {}),
      page.post('/rooms', { name: 'Encore une' }),
      page.patch('/me/settings', { general: { language: 'fr' } }),
    ]).flat()
    const answers = await Promise.all([
      erase(claire),
      ...busy,
      karim.put(`/rooms/${given.slug}/owner`, { email: claire.user.email }),
    ])
    const broken = answers.filter(({ statusCode }) => statusCode >= 500)
    expect(broken.map(({ body }) => body)).toEqual([])
    expect(answers[0]?.statusCode).toBe(200)
    expect(await prisma.user.count({ where: { id: claire.user.id } })).toBe(0)
    const left = { displayName: '', removedAt: null, call: { endedAt: null } }
    expect(await prisma.participant.count({ where: left })).toBe(0)
    const own = await prisma.participant.findMany({ where: { call: { roomId: his.id } } })
    expect(own.filter(({ displayName }) => displayName !== '').map(({ userId }) => userId)).toEqual([karim.user.id])
  }
})

it('what was to belong to an account that has just gone is refused, and not a fault of ours', async () => {
  const { pool } = api.database
  const [claire, karim] = [await api.agent(), await api.agent()]
  const room = await makeRoom(api, karim.user.id)
  await enter(karim, room.slug)
  const erasing = await pool.connect()
  await erasing.query('begin')
  await erasing.query('select 1 from "User" where id = $1 for update', [claire.user.id])
  const waiting = Promise.all([claire.post('/rooms', {}), copyOf(claire).post(`/rooms/${room.slug}/join`, {})])
  const held = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  await expect.poll(async () => (await pool.query(held)).rowCount, { interval: 10, timeout: 5000 }).toBe(2)
  await erasing.query('delete from "User" where id = $1', [claire.user.id])
  await erasing.query('commit')
  erasing.release()
  expect((await waiting).map(({ statusCode }) => statusCode)).toEqual([409, 409])
})
