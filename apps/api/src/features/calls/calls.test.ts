import { randomUUID } from 'node:crypto'
import { trackSources } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testCallState } from '../../../test/call-state.ts'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { createCallRooms } from '../../platform/call-rooms.ts'
import type { SfuEvent } from '../../platform/sfu.ts'
import { createCalls } from './calls.service.ts'
import { createReconcile } from './reconcile.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function tell(event: Partial<SfuEvent> & Pick<SfuEvent, 'type' | 'callId'>) {
  const unsaid = { identity: '', participantSid: '', role: '', sources: trackSources, at: new Date() }
  api.sfu.webhook = { id: randomUUID(), ...unsaid, ...event }
  const response = await api.guest().request('POST', '/webhooks/livekit', { body: {}, headers: { origin: '' } })
  return response.statusCode
}

async function connect(callId: string, identity: string, participantSid = 'PA_1') {
  api.sfu.connect(callId, identity)
  expect(await tell({ type: 'participant_joined', callId, identity, participantSid })).toBe(204)
}

const participant = (id: string) => api.database.prisma.participant.findUniqueOrThrow({ where: { id } })
const call = (id: string) => api.database.prisma.call.findUniqueOrThrow({ where: { id } })

const rooms = () => createCallRooms(api.database.prisma)

const calls = () =>
  createCalls({ prisma: api.database.prisma, sfu: api.sfu, rooms: rooms(), events: api.events, audit: async () => {} })

async function callWithGuest() {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const paul = api.guest()
  const host = await enter(owner, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  await connect(host.callId, host.identity)
  await connect(host.callId, guest.identity)
  return { owner, paul, room, host, guest, callId: host.callId }
}

describe('opening', () => {
  it('gives no call in a room that was deleted in that moment, and in one whose call ended in it', async () => {
    const { user } = await api.agent()
    const room = await makeRoom(api, user.id)
    const prisma = api.database.prisma.$extends({
      query: {
        call: { createMany: async ({ args, query }) => ({ ...(await query(args)), count: (await endAll()).count }) },
      },
    }) as unknown as typeof api.database.prisma
    const endAll = () =>
      api.database.prisma.call.updateMany({
        where: { roomId: room.id },
        data: { openRoomId: null, endedAt: new Date() },
      })
    const { sfu, events } = api
    expect(await createCalls({ prisma, sfu, rooms: rooms(), events, audit: async () => {} }).openCall(room)).toBeNull()
    await api.database.prisma.room.delete({ where: { id: room.id } })
    expect(await calls().openCall(room)).toBeNull()
  })
})

describe('attendance', () => {
  it('is opened and closed by webhooks, and the call with the SFU’s room', async () => {
    const { callId, guest, host, room } = await callWithGuest()
    expect(await participant(guest.identity)).toMatchObject({ joinedAt: expect.any(Date), leftAt: null })
    await tell({ type: 'participant_left', callId, identity: guest.identity, participantSid: 'PA_1' })
    expect((await participant(guest.identity)).leftAt).not.toBeNull()
    api.sfu.rooms.delete(callId)
    await tell({ type: 'room_finished', callId })
    expect(await call(callId)).toMatchObject({ endedAt: expect.any(Date), openRoomId: null })
    expect((await participant(host.identity)).leftAt).not.toBeNull()
    expect((await api.database.prisma.room.findUniqueOrThrow({ where: { id: room.id } })).lastUsedAt).not.toBeNull()
  })

  it('stays one over a reconnection, even when the old session’s end is heard late', async () => {
    const { callId, guest } = await callWithGuest()
    await connect(callId, guest.identity, 'PA_2')
    await tell({ type: 'participant_left', callId, identity: guest.identity, participantSid: 'PA_1' })
    expect((await participant(guest.identity)).leftAt).toBeNull()
  })

  it('keeps the call when the gate has made the room anew before its end was heard', async () => {
    const { callId } = await callWithGuest()
    await tell({ type: 'room_finished', callId })
    expect((await call(callId)).endedAt).toBeNull()
  })
})

describe('webhooks', () => {
  it('refuses a replay, and one whose signature does not fit', async () => {
    const { callId } = await callWithGuest()
    const id = randomUUID()
    expect(await tell({ id, type: 'other', callId })).toBe(204)
    expect(await tell({ id, type: 'other', callId })).toBe(401)
    api.sfu.webhook = null
    const unsigned = await api.guest().post('/webhooks/livekit', { event: 'room_finished' })
    expect([unsigned.statusCode, unsigned.json().code]).toEqual([401, 'webhook_refused'])
  })

  it('takes an event again that it could not handle the first time', async () => {
    const { callId } = await callWithGuest()
    const id = randomUUID()
    api.sfu.away = true
    expect(await tell({ id, type: 'room_finished', callId })).toBe(500)
    api.sfu.away = false
    api.sfu.rooms.delete(callId)
    expect(await tell({ id, type: 'room_finished', callId })).toBe(204)
  })
})

describe('removal', () => {
  it('puts a participant out for the rest of the call, however they come back', async () => {
    const { owner, paul, room, guest, callId } = await callWithGuest()
    expect((await owner.delete(`/calls/${callId}/participants/${guest.identity}`)).statusCode).toBe(204)
    expect(api.sfu.rooms.get(callId)?.has(guest.identity)).toBe(false)
    const removed = { outcome: 'denied', reason: 'removed' }
    expect(await join(paul, room.slug, { displayName: 'Other' })).toEqual(removed)
    const resume = { identity: guest.identity, secret: guest.resumeSecret }
    expect(await join(paul, room.slug, { displayName: 'Paul', resume })).toEqual(removed)
  })

  it('removes whoever slipped in between the gate and the SFU', async () => {
    const { owner, guest, callId } = await callWithGuest()
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    api.sfu.connect(callId, guest.identity)
    await tell({ type: 'participant_joined', callId, identity: guest.identity, participantSid: 'PA_9' })
    expect(api.sfu.rooms.get(callId)?.has(guest.identity)).toBe(false)
  })

  it('removes whoever was admitted once more at that moment', async () => {
    const { owner, guest, callId } = await callWithGuest()
    const late = { ...(await participant(guest.identity)), id: randomUUID(), joinedAt: null }
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    await api.database.prisma.participant.create({ data: late })
    await connect(callId, late.id)
    expect(api.sfu.rooms.get(callId)?.has(late.id)).toBe(false)
    expect((await participant(late.id)).joinedAt).toBeNull()
  })

  it('is for hosts; the owner stays; nobody is removed from another call', async () => {
    const { owner, paul, guest, host, callId } = await callWithGuest()
    const other = await callWithGuest()
    expect((await paul.delete(`/calls/${callId}/participants/${host.identity}`)).statusCode).toBe(403)
    expect((await paul.post(`/calls/${callId}/end`)).statusCode).toBe(403)
    expect((await other.owner.delete(`/calls/${callId}/participants/${guest.identity}`)).statusCode).toBe(403)
    expect((await owner.delete(`/calls/${callId}/participants/${other.guest.identity}`)).statusCode).toBe(404)
    expect((await owner.delete(`/calls/${callId}/participants/${host.identity}`)).statusCode).toBe(409)
    expect((await owner.post(`/calls/${randomUUID()}/end`)).statusCode).toBe(403)
  })

  it('spares whoever owns the room now, not whoever did when they joined', async () => {
    const { owner, room, host, callId } = await callWithGuest()
    const heir = await api.agent()
    const { identity } = await enter(heir, room.slug)
    await owner.put(`/rooms/${room.slug}/owner`, { email: heir.user.email })
    expect((await owner.delete(`/calls/${callId}/participants/${identity}`)).statusCode).toBe(409)
    expect((await heir.delete(`/calls/${callId}/participants/${host.identity}`)).statusCode).toBe(204)
  })

  it('of an agent from every call and device', async () => {
    const { owner, callId, host } = await callWithGuest()
    await calls().removeAgent(owner.user.id)
    expect(api.sfu.rooms.get(callId)?.has(host.identity)).toBe(false)
    expect((await participant(host.identity)).removedAt).not.toBeNull()
  })
})

describe('reconciliation', () => {
  const reconcile = (now?: Date) => {
    const { database, sfu } = api
    const { changedBy } = testCallState(api)
    const nothing = async () => {}
    const others = { alignPermissions: nothing, forgetMessages: nothing, forgetReports: nothing, tidyLobbies: nothing }
    return createReconcile({ database, sfu, rooms: rooms(), close: calls().close, changedBy, ...others })(now)
  }
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

  it('closes call and attendance when a killed SFU stays without the room, and not before', async () => {
    const { callId, guest } = await callWithGuest()
    api.sfu.rooms.delete(callId)
    await reconcile(inMinutes(2))
    expect((await call(callId)).endedAt).toBeNull()
    await reconcile(inMinutes(4))
    expect((await call(callId)).endedAt).not.toBeNull()
    expect((await participant(guest.identity)).leftAt).not.toBeNull()
  })

  it('keeps a call that somebody came back to while it was looked at', async () => {
    const { callId } = await callWithGuest()
    api.sfu.rooms.delete(callId)
    await reconcile(inMinutes(2))
    const rooms = await api.sfu.listRooms()
    const listed = vi.spyOn(api.sfu, 'listRooms').mockImplementationOnce(async () => {
      await api.sfu.ensureRoom(callId)
      return rooms
    })
    await reconcile(inMinutes(4))
    listed.mockRestore()
    expect((await call(callId)).endedAt).toBeNull()
  })

  it('forgets after a day who was let in and never there', async () => {
    const { owner, callId, guest, room } = await callWithGuest()
    const absent = await enter(api.guest(), room.slug, { displayName: 'Absent' })
    await owner.post(`/calls/${callId}/end`)
    await reconcile(inMinutes(23 * 60))
    expect(await participant(absent.identity)).toMatchObject({ displayName: 'Absent' })
    await reconcile(inMinutes(25 * 60))
    const left = await api.database.prisma.participant.findMany({ where: { callId }, select: { id: true } })
    expect(left.map(({ id }) => id)).not.toContain(absent.identity)
    expect(left.map(({ id }) => id)).toContain(guest.identity)
  })

  it('notes who has gone and who has come without a webhook', async () => {
    const { callId, guest, host } = await callWithGuest()
    api.sfu.rooms.get(callId)?.delete(guest.identity)
    await reconcile(inMinutes(2))
    expect((await participant(guest.identity)).leftAt).not.toBeNull()
    expect((await participant(host.identity)).leftAt).toBeNull()
    api.sfu.connect(callId, guest.identity)
    await reconcile(inMinutes(3))
    expect((await participant(guest.identity)).leftAt).toBeNull()
  })

  it('ends SFU rooms of calls that are over', async () => {
    const { owner, callId } = await callWithGuest()
    api.sfu.away = true
    expect((await owner.post(`/calls/${callId}/end`)).statusCode).toBe(503)
    api.sfu.away = false
    expect(api.sfu.rooms.has(callId)).toBe(true)
    await reconcile()
    expect(api.sfu.rooms.has(callId)).toBe(false)
  })
})
