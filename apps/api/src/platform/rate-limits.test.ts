import { afterEach, describe, expect, it } from 'vitest'
import { makeRoom } from '../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../test/test-api.ts'
import { limitedAddress } from './rate-limits.ts'

const opened: TestApi[] = []
afterEach(async () => {
  for (const api of opened.splice(0).toReversed()) await api.close()
})

/** An instance with a limit of two a minute, or as given; `on` puts it on the same database as another. */
async function limited(name: string, env: Record<string, string> = {}, on?: TestApi) {
  const api = await createTestApi({
    RATE_LIMITS: JSON.stringify({ [name]: { points: 2, seconds: 60 } }),
    ...(on && { DATABASE_URL: on.config.database.url }),
    ...env,
  })
  opened.push(api)
  return api
}

interface From {
  remoteAddress?: string
  headers?: Record<string, string>
}

/** A part of a link that differs with the number. */
const letters = (length: number, number: number) =>
  Array.from({ length }, (_, place) => String.fromCharCode(97 + (Math.floor(number / 26 ** place) % 26))).join('')

const look = async (browser: TestBrowser, from: From = {}) =>
  (await browser.request('GET', '/rooms/aaa-bbbb-ccc', from)).statusCode

describe('a limit per address', () => {
  it('holds for a caller without cookies, and says when to come back', async () => {
    const api = await limited('lookupPerAddress')
    expect([await look(api.guest()), await look(api.guest())]).toEqual([404, 404])
    const response = await api.guest().get('/rooms/aaa-bbbb-ccc')
    expect([response.statusCode, response.json().code]).toEqual([429, 'rate_limited'])
    const { retryAfterSeconds } = response.json()
    expect(retryAfterSeconds).toBeGreaterThan(50)
    expect(retryAfterSeconds).toBeLessThanOrEqual(60)
    expect(response.headers['retry-after']).toBe(String(retryAfterSeconds))
    expect(await look(api.guest(), { remoteAddress: '203.0.113.1' })).toBe(404)
  })

  it('leaves of ten thousand guesses from a hundred addresses what each may ask, all answered alike', async () => {
    const lasting = { points: 20, seconds: 3600 }
    const api = await createTestApi({
      RATE_LIMITS: JSON.stringify({ lookupPerAddress: lasting, joinPerAddress: lasting }),
    })
    opened.push(api)
    const owner = await api.agent()
    const gone = await makeRoom(api, owner.user.id)
    await owner.delete(`/rooms/${gone.slug}`)
    const answers = new Map<string, number>()
    const guess = async (address: number, n: number) => {
      const slug = n === 0 ? gone.slug : `${letters(3, n)}-${letters(4, address)}-${letters(3, n * 7)}`
      const from = { remoteAddress: `198.51.100.${address}` }
      const path = `/rooms/${slug}`
      const response = await (n % 2 === 0
        ? api.guest().request('GET', path, from)
        : api.guest().request('POST', `${path}/join`, { ...from, body: { displayName: 'Paul' } }))
      const { requestId: _id, retryAfterSeconds: _seconds, ...said } = response.json()
      const answer = JSON.stringify({ status: response.statusCode, ...said })
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
    }
    for (let n = 0; n < 100; n++) await Promise.all(Array.from({ length: 100 }, (_, address) => guess(address + 1, n)))
    const counts = [...answers].map(([answer, count]) => [JSON.parse(answer).status ?? 200, count])
    expect(counts.toSorted(([one = 0], [other = 0]) => one - other)).toEqual([
      [200, 2000],
      [404, 2000],
      [429, 6000],
    ])
  }, 120_000)

  it('is one for all copies on one database', async () => {
    const one = await limited('lookupPerAddress')
    const other = await limited('lookupPerAddress', {}, one)
    expect([await look(one.guest()), await look(other.guest())]).toEqual([404, 404])
    expect([await look(one.guest()), await look(other.guest())]).toEqual([429, 429])
  })

  it('ends', async () => {
    const api = await createTestApi({ RATE_LIMITS: '{"lookupPerAddress":{"points":1,"seconds":1}}' })
    opened.push(api)
    expect([await look(api.guest()), await look(api.guest())]).toEqual([404, 429])
    await expect.poll(() => look(api.guest()), { interval: 50, timeout: 5000 }).toBe(404)
  })

  it('is not escaped by a forged X-Forwarded-For', async () => {
    const api = await limited('lookupPerAddress')
    const statuses = []
    for (const forged of ['1.1.1.1', '2.2.2.2', '3.3.3.3'])
      statuses.push(await look(api.guest(), { headers: { 'x-forwarded-for': forged } }))
    expect(statuses).toEqual([404, 404, 429])
  })

  it('counts behind a trusted proxy for the address that the proxy saw, whatever stands before it', async () => {
    const api = await limited('lookupPerAddress', { TRUSTED_PROXIES: '127.0.0.1 10.0.0.0/8' })
    const through = (chain: string) => look(api.guest(), { headers: { 'x-forwarded-for': chain } })
    expect([await through('203.0.113.1'), await through('6.6.6.6, 203.0.113.1')]).toEqual([404, 404])
    expect(await through('7.7.7.7, 203.0.113.1, 10.2.3.4')).toBe(429)
    expect(await through('203.0.113.2')).toBe(404)
    // Not from the proxy: its word does not count.
    const elsewhere = { remoteAddress: '198.51.100.7' }
    const forged = (address: string) => look(api.guest(), { ...elsewhere, headers: { 'x-forwarded-for': address } })
    expect([await forged('1.1.1.1'), await forged('2.2.2.2'), await forged('3.3.3.3')]).toEqual([404, 404, 429])
  })

  it.each([
    ['joinPerAddress', 'POST', '/rooms/aaa-bbbb-ccc/join'],
    ['lobbyPerAddress', 'DELETE', '/rooms/aaa-bbbb-ccc/lobby/entry'],
    ['loginPerAddress', 'GET', '/auth/callback?code=c&state=s'],
  ] as const)('%s guards %s %s', async (name, method, path) => {
    const api = await limited(name)
    const statuses = []
    for (let n = 0; n < 3; n++) {
      const options = { headers: { accept: 'application/json' }, ...(method === 'POST' && { body: {} }) }
      statuses.push((await api.guest().request(method, path, options)).statusCode)
    }
    expect(statuses.map((status) => status === 429)).toEqual([false, false, true])
  })
})

describe('a limit per session', () => {
  it('holds wherever the session comes from, and for no other', async () => {
    const api = await limited('joinPerSession')
    const { slug } = await makeRoom(api, (await api.agent()).user.id)
    const join = async (browser: TestBrowser, remoteAddress: string) =>
      (await browser.request('POST', `/rooms/${slug}/join`, { body: { displayName: 'Paul' }, remoteAddress }))
        .statusCode
    const guest = api.guest()
    // The first request has no session yet.
    expect(await join(guest, '203.0.113.1')).toBe(200)
    expect([await join(guest, '203.0.113.2'), await join(guest, '203.0.113.3')]).toEqual([200, 200])
    expect(await join(guest, '203.0.113.4')).toBe(429)
    expect(await join(api.guest(), '203.0.113.4')).toBe(200)
  })

  it('is one for an agent on all their devices', async () => {
    const api = await limited('roomsPerSession')
    const claire = await api.agent()
    const statuses = []
    for (let n = 0; n < 3; n++) statuses.push((await claire.post('/rooms', {})).statusCode)
    expect(statuses).toEqual([201, 201, 429])
    expect((await (await api.agent()).post('/rooms', {})).statusCode).toBe(201)
  })

  it('holds for what hosts tell those who wait', async () => {
    const api = await limited('lobbyPerSession')
    const owner = await api.agent()
    const { slug } = await makeRoom(api, owner.user.id)
    const statuses = []
    for (const text of ['Un', 'Deux', 'Trois'])
      statuses.push((await owner.put(`/rooms/${slug}/lobby/message`, { text })).statusCode)
    expect(statuses).toEqual([204, 204, 429])
  })
})

it('limits how many from one address ask the hosts of a room, who would see nobody else; not who comes in directly', async () => {
  const api = await limited('knockPerRoomAndAddress')
  const owner = await api.agent()
  const [{ slug }, other] = [await makeRoom(api, owner.user.id), await makeRoom(api, owner.user.id)]
  const join = async (browser: TestBrowser, room = slug, remoteAddress = '203.0.113.1') => {
    const body = { displayName: 'Paul' }
    const response = await browser.request('POST', `/rooms/${room}/join`, { body, remoteAddress })
    return response.json().outcome ?? response.json().code
  }
  const first = api.guest()
  expect([await join(first), await join(api.guest())]).toEqual(['waiting', 'waiting'])
  const another = api.guest()
  expect([await join(first), await join(another)]).toEqual(['rate_limited', 'rate_limited'])
  expect(another.cookies.size).toBe(0)
  expect(await join(api.guest(), other.slug)).toBe('waiting')
  expect(await join(api.guest(), slug, '203.0.113.2')).toBe('waiting')
  expect(await join(await api.agent())).toBe('admitted')
  await api.database.prisma.lobbyEntry.updateMany({
    where: { room: { slug } },
    data: { state: 'admitted', callId: (await api.database.prisma.call.findFirstOrThrow()).id },
  })
  expect(await join(first)).toBe('admitted')
})

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('counts %s as %s', (address, counted) => {
  expect(limitedAddress(address)).toBe(counted)
})
