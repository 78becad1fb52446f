import { randomUUID } from 'node:crypto'
import { trackSources } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function callOfThree(settings = {}) {
  const owner = await api.agent({ displayName: 'Anne Roche' })
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open', settings })
  const [paul, sonia] = [api.guest(), api.guest()]
  const host = await enter(owner, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  const other = await enter(sonia, room.slug, { displayName: 'Sonia' })
  for (const { callId, identity } of [host, guest, other]) api.sfu.connect(callId, identity)
  return { owner, paul, sonia, room, host, guest, other, callId: host.callId }
}
async function rename(browser: TestBrowser, who: { callId: string; identity: string }, displayName: string) {
  const response = await browser.put(`/calls/${who.callId}/participants/${who.identity}/name`, { displayName })
  const { code, displayName: given } = response.json()
  return code ?? given
}
const eventsOf = (identity: string) =>
  api.database.prisma.auditEvent.findMany({ where: { subjectId: identity }, orderBy: { at: 'asc' } })

it('a guest renames themselves, for everybody, for what they write next and for their return', async () => {
  const { paul, room, guest, callId } = await callOfThree()
  const path = `/calls/${callId}/messages`
  await paul.post(path, { identity: guest.identity, text: 'Bonjour' })
  expect(await rename(paul, guest, ' Pauline\u200b  Mercier ')).toBe('Pauline Mercier')
  const given = { displayName: 'Pauline Mercier', namesake: false }
  expect(api.sfu.names.get(guest.identity)).toMatchObject(given)
  await paul.post(path, { identity: guest.identity, text: 'Bonsoir' })
  const { items } = (await paul.get(path)).json()
  expect(items.map((item: { author: { displayName: string } }) => item.author.displayName).toSorted()).toEqual([
    'Paul',
    'Pauline Mercier',
  ])
  const { identity, resumeSecret: secret } = guest
  const back = await enter(paul, room.slug, { displayName: 'Paul', resume: { identity, secret } })
  expect(back.displayName).toBe('Pauline Mercier')
  const events = await eventsOf(identity)
  expect(events).toMatchObject([{ action: 'participant.renamed', actorId: null, details: { callId } }])
  expect(JSON.stringify(events)).not.toContain('Paul')
})

it('a new name is told from the others, and marked where it is an agent’s', async () => {
  const { paul, sonia, guest, other, room } = await callOfThree()
  expect(await rename(paul, guest, 'Sоnia')).toBe('Sоnia (2)')
  expect(await rename(paul, guest, 'SONIA (7)')).toBe('SONIA (2)')
  expect(await rename(paul, guest, 'Anne  Roche')).toBe('Anne Roche (2)')
  expect(api.sfu.names.get(guest.identity)).toMatchObject({ namesake: true })
  expect(await rename(paul, guest, 'Paul')).toBe('Paul')
  expect(api.sfu.names.get(guest.identity)).toMatchObject({ displayName: 'Paul', namesake: false })
  const both = await Promise.all([rename(paul, guest, 'Ali'), rename(sonia, other, 'Ali')])
  expect(new Set(both)).toEqual(new Set(['Ali', 'Ali (2)']))
  expect((await enter(api.guest(), room.slug, { displayName: 'Ali' })).displayName).toBe('Ali (3)')
})

it('is what the rules of the room allow to guests', async () => {
  const { owner, paul, guest, room } = await callOfThree({ may: { rename: 'hosts' } })
  expect(await rename(paul, guest, 'Pauline')).toBe('switched_off')
  await owner.patch(`/rooms/${room.slug}`, { settings: { may: { rename: 'everyone' } } })
  expect(await rename(paul, guest, 'Pauline')).toBe('Pauline')
})

it('nobody renames another but a host, who renames no agent', async () => {
  const { owner, paul, sonia, host, guest, callId } = await callOfThree()
  expect(await rename(sonia, guest, 'Moi')).toBe('forbidden')
  expect(await rename(sonia, { callId, identity: randomUUID() }, 'Moi')).toBe('forbidden')
  expect(await rename(paul, host, 'Moi')).toBe('forbidden')
  expect(await rename(owner, host, 'La cheffe')).toBe('conflict')
  expect(await rename(owner, { callId, identity: randomUUID() }, 'Moi')).toBe('not_found')
  expect(await rename(api.guest(), guest, 'Moi')).toBe('forbidden')
  expect(await rename(owner, guest, '\u200b')).toBe('invalid_request')
  expect(await rename(owner, guest, 'n'.repeat(61))).toBe('invalid_request')
  const rows = await api.database.prisma.participant.findMany({ where: { callId }, orderBy: { admittedAt: 'asc' } })
  expect(rows.map(({ displayName }) => displayName)).toEqual(['Anne Roche', 'Paul', 'Sonia'])
})

it('what a host calls a guest holds when they come again, until one of them says otherwise', async () => {
  const { owner, paul, room, host, guest, callId } = await callOfThree()
  expect(await rename(owner, guest, 'Invité du service')).toBe('Invité du service')
  expect(api.sfu.sent.findLast((sent) => sent.callId === callId)).toMatchObject({
    payload: { kind: 'renamed', displayName: 'Invité du service', by: host.identity },
    to: [guest.identity],
  })
  const again = await enter(paul, room.slug, { displayName: 'Madame la Ministre' })
  expect(again.displayName).toBe('Invité du service')
  expect(await eventsOf(guest.identity)).toMatchObject([{ action: 'participant.renamed', actorId: owner.user.id }])
  expect(await rename(paul, again, 'Paul')).toBe('Paul')
  expect((await enter(paul, room.slug, { displayName: 'Paul' })).displayName).toBe('Paul')
})

it('whoever comes by a name from before is shown by the present one', async () => {
  const { paul, guest, callId } = await callOfThree()
  await rename(paul, guest, 'Pauline')
  api.sfu.names.clear()
  const shown = { displayName: 'Paul', namesake: false }
  const unsaid = { role: '', sources: trackSources, at: new Date(), participantSid: 'PA_1' }
  api.sfu.webhook = { id: randomUUID(), type: 'participant_joined', callId, identity: guest.identity, shown, ...unsaid }
  await api.guest().request('POST', '/webhooks/livekit', { body: {}, headers: { origin: '' } })
  expect(api.sfu.names.get(guest.identity)).toMatchObject({ displayName: 'Pauline' })
})

it('a name goes on being changed while the SFU is away, and is limited', async () => {
  const { paul, guest } = await callOfThree()
  api.sfu.away = true
  expect(await rename(paul, guest, 'Pauline')).toBe('Pauline')
  api.sfu.away = false
  const answers = []
  for (let count = 0; count < 11; count++) answers.push(await rename(paul, guest, `Paul ${count}`))
  expect(answers.at(-1)).toBe('rate_limited')
})
