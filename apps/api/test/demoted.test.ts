import type { LobbySnapshot, ModerationNews } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEvents } from './event-reader.ts'
import { enter, join, makeRoom } from './people.ts'
import { createTestApi, type TestApi } from './test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** A call with its owner, an agent and a guest who has written something; strangers wait. */
async function callOfThree() {
  const [owner, karim, paul] = [await api.agent(), await api.agent({ displayName: 'Karim' }), api.guest()]
  const room = await makeRoom(api, owner.user.id)
  const host = await enter(owner, room.slug)
  const { callId } = host
  const entry = await join(paul, room.slug, { displayName: 'Paul' })
  const entryIds = entry.outcome === 'waiting' ? [entry.entryId] : []
  await owner.post(`/rooms/${room.slug}/lobby/decisions`, { decision: 'admit', entryIds })
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  const agent = await enter(karim, room.slug)
  for (const { identity } of [host, agent, guest]) api.sfu.connect(callId, identity)
  const written = await paul.post(`/calls/${callId}/messages`, { identity: guest.identity, text: 'Bonjour' })
  await join(api.guest(), room.slug, { displayName: 'Sonia' })
  const setRole = (role: string) => owner.put(`/calls/${callId}/participants/${agent.identity}/role`, { role })
  return { owner, karim, room, guest, agent, callId, messageId: written.json().id, setRole }
}

type Call = Awaited<ReturnType<typeof callOfThree>>

/** Everything that makes a host, with what is asked for. */
const powers = ({ room, callId, guest, messageId, agent }: Call) => {
  const [ofRoom, ofCall] = [`/rooms/${room.slug}`, `/calls/${callId}`]
  const ofGuest = `${ofCall}/participants/${guest.identity}`
  return [
    ['PUT', `${ofCall}/lock`],
    ['DELETE', `${ofCall}/lock`],
    ['DELETE', `${ofCall}/hands`],
    ['DELETE', `${ofGuest}/hand`],
    ['PUT', `${ofCall}/spotlight`, { identity: null }],
    ['PUT', `${ofGuest}/grants`, { sources: ['microphone'] }],
    ['POST', `${ofGuest}/stop`, { source: 'camera' }],
    ['POST', `${ofCall}/mute`, { except: [] }],
    ['POST', `${ofGuest}/ask-to-speak`],
    ['PUT', `${ofGuest}/name`, { displayName: 'Pauline' }],
    ['POST', `${ofCall}/timer`, { seconds: 60 }],
    ['DELETE', `${ofCall}/messages/${messageId}`],
    ['GET', `${ofRoom}/members`],
    ['GET', `${ofRoom}/bans`],
    ['PATCH', ofRoom, { settings: { may: { chat: 'hosts' } } }],
    ['POST', `${ofRoom}/lobby/decisions`, { decision: 'admit', entryIds: [agent.identity] }],
    ['DELETE', ofGuest],
    ['POST', `${ofCall}/end`],
  ] as const
}
async function statuses({ karim }: Call, asked: ReturnType<typeof powers>) {
  const answers = []
  for (const [method, path, body] of asked) {
    const { statusCode } = await karim.request(method, path, body && { body })
    answers.push(`${method} ${path} ${statusCode}`)
  }
  return answers
}

it('a host who is one no more in mid-call keeps nothing of it, at the API, at the SFU or in the lobby', async () => {
  const call = await callOfThree()
  const asked = powers(call)
  const refused = asked.map(([method, path]) => `${method} ${path} 403`)
  expect(await statuses(call, asked)).toEqual(refused)

  await call.setRole('cohost')
  const stream = await readEvents(api, call.karim, '/lobby/events')
  await stream.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 1)
  await call.setRole('participant')
  await stream.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 0)
  expect(api.sfu.roles.get(call.agent.identity)).toBe('participant')
  const news = api.sfu.sent.findLast(({ topic, to }) => topic === 'moderation' && to?.includes(call.agent.identity))
  expect(news?.payload).toEqual({ kind: 'role', role: 'participant' } satisfies ModerationNews)
  expect(await statuses(call, asked)).toEqual(refused)
  const { prisma } = api.database
  expect(await prisma.roomMember.count({ where: { roomId: call.room.id } })).toBe(0)
  const again = await enter(call.karim, call.room.slug)
  expect(again.role).toBe('participant')
})

it('could do all of it in between', async () => {
  const call = await callOfThree()
  await call.setRole('cohost')
  for (const answer of await statuses(call, powers(call))) expect(answer).toMatch(/ 20[04]$/)
})
