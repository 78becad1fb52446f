import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const plan = (more: object = {}) => ({
  title: 'Comité; suivi, élargi',
  start: '2030-01-07T09:30',
  timeZone: 'Europe/Paris',
  durationMinutes: 60,
  recurrence: 'FREQ=WEEKLY',
  room: null,
  ...more,
})
const subscribe = async (browser: TestBrowser) => String((await browser.post('/me/feed')).json().url)
/** As a calendar program asks: without a session. */
const read = (url: string, headers: Record<string, string> = {}) =>
  api.guest().request('GET', new URL(url).pathname, { headers })

it('has what one plans and is invited to, for whoever knows its address', async () => {
  const [claire, paul] = [await api.agent(), await api.agent()]
  const { id } = (await claire.post('/meetings', plan())).json()
  await claire.post(`/meetings/${id}/occurrences/2030-01-14T09:30/cancel`, { version: 1 })
  await paul.post('/meetings', plan({ title: 'De Paul', invitees: [{ email: claire.user.email }] }))
  await paul.post('/meetings', plan({ title: 'Sans elle' }))
  const response = await read(await subscribe(claire))
  expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(response.body).toContain('SUMMARY:Comité\\; suivi\\, élargi')
  expect(response.body).toContain('EXDATE;TZID=Europe/Paris:20300114T093000')
  expect(response.body).toContain('SUMMARY:De Paul')
  expect(response.body).not.toContain('Sans elle')
})

it('is not sent again while it is the same', async () => {
  const claire = await api.agent()
  await claire.post('/meetings', plan())
  const url = await subscribe(claire)
  const { etag } = (await read(url)).headers
  expect((await read(url, { 'if-none-match': String(etag) })).statusCode).toBe(304)
  await claire.post('/meetings', plan({ title: 'Nouvelle' }))
  expect((await read(url, { 'if-none-match': String(etag) })).statusCode).toBe(200)
})

it('has one address, whose secret is not stored; the one before and one taken away are none', async () => {
  const claire = await api.agent()
  expect((await claire.get('/me/feed')).json()).toEqual({ since: null })
  const [first, second] = [await subscribe(claire), await subscribe(claire)]
  expect((await read(first)).statusCode).toBe(404)
  expect((await read(second)).statusCode).toBe(200)
  expect((await claire.get('/me/feed')).json().since).not.toBeNull()
  const rows = await api.database.prisma.calendarFeed.findMany()
  expect(JSON.stringify(rows)).not.toContain(new URL(second).pathname.slice(-47, -4))
  await claire.delete('/me/feed')
  expect((await read(second)).statusCode).toBe(404)
})

it('of a disabled account is none', async () => {
  const claire = await api.agent()
  const url = await subscribe(claire)
  await api.database.prisma.user.update({ where: { id: claire.user.id }, data: { disabledAt: new Date() } })
  expect((await read(url)).statusCode).toBe(404)
})
