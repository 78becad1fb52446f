import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'
import { createReports } from './reports.service.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function callOfThree() {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const [paul, sonia] = [api.guest(), api.guest()]
  const host = await enter(owner, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  const other = await enter(sonia, room.slug, { displayName: 'Sonia' })
  return { owner, paul, sonia, room, host, guest, other, callId: host.callId }
}

type Someone = { callId: string; identity: string }
const report = async (
  browser: TestBrowser,
  { callId, identity }: Someone,
  body: object = { reason: 'harassment', text: '' },
) => (await browser.post(`/calls/${callId}/participants/${identity}/reports`, body)).statusCode
const reportsIn = (callId: string) => api.database.prisma.report.findMany({ where: { callId } })

it('keeps who told what of whom, tells nobody in the call, and outlives the room', async () => {
  const { owner, paul, room, host, guest, callId } = await callOfThree()
  const sent = api.sfu.sent.length
  expect(await report(paul, host, { reason: 'content', text: '  Il a montré\r\ncela. ' })).toBe(204)
  expect(api.sfu.sent.length).toBe(sent)
  await owner.delete(`/rooms/${room.slug}`)
  expect(await reportsIn(callId)).toMatchObject([
    {
      roomId: room.id,
      reporterId: guest.identity,
      reporterUserId: null,
      reporterName: 'Paul',
      subjectId: host.identity,
      subjectUserId: owner.user.id,
      reason: 'content',
      text: 'Il a montré\ncela.',
    },
  ])
  const where = { action: 'participant.reported', subjectId: owner.user.id }
  const event = await api.database.prisma.auditEvent.findFirstOrThrow({ where })
  expect(event).toMatchObject({ actorId: null, details: { callId, reason: 'content' } })
  expect(JSON.stringify(event)).not.toMatch(/montré|Paul/)
})

it('is for who is in the call, about somebody else in it, who may have left', async () => {
  const { owner, paul, sonia, guest, other, callId } = await callOfThree()
  const elsewhere = await callOfThree()
  expect(await report(elsewhere.paul, guest)).toBe(403)
  expect(await report(api.guest(), guest)).toBe(403)
  expect(await report(paul, { callId, identity: elsewhere.guest.identity })).toBe(404)
  expect(await report(paul, { callId, identity: randomUUID() })).toBe(404)
  expect(await report(paul, guest)).toBe(409)
  expect(await report(paul, other, { reason: 'boredom', text: '' })).toBe(400)
  expect(await report(paul, other, { reason: 'other', text: 'x'.repeat(2001) })).toBe(400)
  await owner.delete(`/calls/${callId}/participants/${other.identity}`)
  expect(await report(paul, other)).toBe(204)
  expect(await report(sonia, guest)).toBe(403)
  expect(await reportsIn(callId)).toHaveLength(1)
})

it('is limited, and forgotten after its time', async () => {
  const { paul, host, callId } = await callOfThree()
  const { points } = api.config.rateLimits.reportsPerSession
  for (let n = 0; n < points; n++) expect(await report(paul, host)).toBe(204)
  expect(await report(paul, host)).toBe(429)
  const { prisma } = api.database
  const { forget } = createReports({ prisma, audit: async () => {}, retentionDays: 180 })
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  await forget(inDays(179))
  expect(await reportsIn(callId)).toHaveLength(points)
  await forget(inDays(181))
  expect(await reportsIn(callId)).toEqual([])
})
