import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from './people.ts'
import { createTestApi, type TestApi } from './test-api.ts'

// An SFU that turns every WebSocket away: what the gate logs on the way is the point.
const sfu = createServer((_request, response) => response.writeHead(401).end())
const lines: string[] = []
let api: TestApi
let origin: string
beforeAll(async () => {
  await new Promise<void>((resolve) => sfu.listen(0, '127.0.0.1', resolve))
  const env = { LOG_LEVEL: 'trace', LIVEKIT_URL: `http://127.0.0.1:${(sfu.address() as AddressInfo).port}` }
  api = await createTestApi(env, undefined, { write: (line) => lines.push(line) })
  origin = await api.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await api.close()
  sfu.close()
})

const logged = (text: string) => lines.some((line) => line.includes(text))

it('says what happened, and nothing of whom, with what or where', async () => {
  const owner = await api.agent({ displayName: 'Clairesecrete Lemoine', email: 'claire.secrete@agents.example' })
  const admin = await api.agent({ role: 'ADMIN', displayName: 'Adminsecret' })
  const other = await api.agent({ displayName: 'Omarsecret', email: 'omar.secret@agents.example' })
  const room = await makeRoom(api, owner.user.id, { name: 'Roomsecret' })
  const path = `/rooms/${room.slug}`
  const guest = api.guest()
  const secrets = ['secret', room.slug, '203.0.113.77', ...owner.cookies.values()]

  // What goes well …
  await owner.post('/rooms', { name: 'Othersecret' })
  await owner.put(`${path}/members`, { email: other.user.email, role: 'cohost' })
  await admin.get('/admin/users?search=omarsecret')
  await guest.request('POST', `${path}/join`, { body: { displayName: 'Guestsecret' }, remoteAddress: '203.0.113.77' })
  const admitted = await enter(owner, room.slug)
  secrets.push(admitted.token, admitted.resumeSecret, ...guest.cookies.values())
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rtc?access_token=${admitted.token}`)
  await new Promise((resolve) => socket.addEventListener('close', resolve))
  await fetch(`${origin}/rtc/validate?access_token=${admitted.token}`)

  // … what is refused …
  await guest.post(`${path}/join`, { displayName: `Toolongsecret${'x'.repeat(500)}` })
  await guest.put(`${path}/members`, { email: 'nobody.secret@agents.example', role: 'member' })
  await owner.put(`${path}/members`, { email: 'nobody.secret@agents.example', role: 'member' })
  await guest.get('/auth/callback?code=codesecret&state=statesecret')
  await guest.get('/auth/login?returnTo=/returnsecret')
  await guest.get('/api/v1/nothing/namesecret?token=tokensecret')
  await guest.get('/api/v1/%E0%A4%A/pathsecret')
  await guest.request('POST', '/rooms', {
    headers: { 'content-type': 'application/json' },
    body: '{"name":"Jsonsecret',
  })
  await guest.request('POST', '/webhooks/livekit', { headers: { authorization: 'Bearer hooksecret' }, body: {} })

  // … and what fails: the SFU, then the database.
  api.sfu.away = true
  await owner.delete(path)
  api.sfu.away = false
  await api.database.pool.query('alter table "Room" rename to "Away"')
  await owner.post('/rooms', { name: 'Brokensecret' })
  await admin.get('/admin/rooms?search=searchsecret')
  await owner.get(path)
  await api.database.pool.query('alter table "Away" rename to "Room"')

  expect(logged('/api/v1/rooms/:slug/join')).toBe(true)
  expect(logged('sfu_unavailable')).toBe(true)
  expect(logged('proxy websocket')).toBe(true)
  expect(lines.filter((line) => line.includes('"internal"')).length).toBeGreaterThan(2)
  expect(lines.filter((line) => secrets.some((secret) => line.toLowerCase().includes(secret.toLowerCase())))).toEqual(
    [],
  )
})

it('gives a problem the id under which the logs have its cause', async () => {
  const response = await api.guest().get('/rooms/aaa-bbbb-ccc')
  expect(logged(`"reqId":"${response.json().requestId}"`)).toBe(true)
})
