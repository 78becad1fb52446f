import { afterAll, beforeAll, expect, it } from 'vitest'
import { heard } from '../../../test/heard.ts'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { createRooms } from './rooms.service.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

it('ends the call, and tells hosts, members and those who wait', async () => {
  const [owner, cohost, guest] = [await api.agent(), await api.agent(), api.guest()]
  const room = await makeRoom(api, owner.user.id)
  await api.database.prisma.roomMember.create({ data: { roomId: room.id, userId: cohost.user.id, role: 'cohost' } })
  const { callId } = await enter(owner, room.slug)
  const { entryId } = (await guest.post(`/rooms/${room.slug}/join`, { displayName: 'Paul' })).json()
  const [agents, entries] = [heard(api, 'agent'), heard(api, 'entry')]
  expect((await owner.delete(`/rooms/${room.slug}`)).statusCode).toBe(204)
  expect(api.sfu.rooms.has(callId)).toBe(false)
  await agents.until(owner.user.id, cohost.user.id)
  await entries.until(entryId)
  expect((await owner.get(`/rooms/${room.slug}`)).statusCode).toBe(404)
  const audit = await api.database.prisma.auditEvent.findMany({ where: { subjectId: room.id } })
  expect(audit).toMatchObject([{ action: 'room.deleted', actorId: owner.user.id }])
})

it('leaves the room while the SFU cannot end its call', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  await enter(owner, room.slug)
  api.sfu.away = true
  const response = await owner.delete(`/rooms/${room.slug}`)
  api.sfu.away = false
  expect([response.statusCode, response.json().code]).toEqual([503, 'sfu_unavailable'])
  expect((await owner.get(`/rooms/${room.slug}`)).statusCode).toBe(200)
})

it('waits for somebody who is just opening a call, and ends that one too', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const { prisma, pool } = api.database
  let endings = 0
  const endOpenCall = async () => {
    endings++
    await prisma.call.deleteMany({ where: { roomId: room.id } })
  }
  const audit = async () => {}
  const changes = { audit, endOpenCall, followRoom: audit, rolesChanged: audit, cancelMeetings: audit }
  const rooms = createRooms({ prisma, events: api.events, allowedAccessLevels: ['trusted'], ...changes })
  const opening = await pool.connect()
  await opening.query('begin')
  await opening.query(`insert into "Call" (id, "roomId", "openRoomId") values (gen_random_uuid(), $1, $1)`, [room.id])
  const removing = rooms.remove(room.id, owner.user.id)
  const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  await expect.poll(async () => (await pool.query(waiting)).rowCount, { interval: 10, timeout: 5000 }).toBe(1)
  await opening.query('commit')
  opening.release()
  await removing
  expect(endings).toBe(2)
  expect(await prisma.room.count({ where: { id: room.id } })).toBe(0)
})
