import { randomUUID } from 'node:crypto'
import { chatMessageSchema, listMessages } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'
import { createChat } from './chat.service.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi({ RATE_LIMITS: JSON.stringify({ chatPerSession: { points: 12, seconds: 60 } }) })
})
afterAll(() => api.close())

async function callOfTwo() {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const paul = api.guest()
  const host = await enter(owner, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  const path = `/calls/${host.callId}/messages`
  const byPaul = (text: string, more: object = {}) => paul.post(path, { identity: guest.identity, text, ...more })
  const byOwner = (text: string, more: object = {}) => owner.post(path, { identity: host.identity, text, ...more })
  return { owner, paul, room, host, guest, callId: host.callId, path, byPaul, byOwner }
}
const messageOf = (response: { json(): unknown }) => chatMessageSchema.parse(response.json())
const historyOf = async (browser: TestBrowser, path: string, query = '') =>
  listMessages.response.parse((await browser.get(path + query)).json())
const lastSent = (callId: string) => api.sfu.sent.findLast((message) => message.callId === callId)

describe('a message', () => {
  it('carries the name, role and verification that the server knows, and goes to everybody', async () => {
    const { callId, guest, host, byPaul, byOwner } = await callOfTwo()
    const response = await byPaul('Bonjour')
    expect(response.statusCode).toBe(200)
    const message = messageOf(response)
    const author = { identity: guest.identity, displayName: 'Paul', role: 'participant', verified: false }
    expect(message).toMatchObject({ author, text: 'Bonjour', editedAt: null, deletedAt: null })
    expect(lastSent(callId)).toEqual({ callId, topic: 'chat', payload: message })
    const reply = messageOf(await byOwner('Bonjour Paul', { replyToId: message.id }))
    expect(reply).toMatchObject({ author: { identity: host.identity, role: 'owner', verified: true } })
    expect(reply.replyToId).toBe(message.id)
  })

  it('is plain text, whatever it looks like', async () => {
    const { owner, path, byPaul } = await callOfTwo()
    const text = '<img src=x onerror=alert(1)>\njavascript:alert(1)'
    await byPaul(text)
    expect((await historyOf(owner, path)).items[0]?.text).toBe(text)
  })

  it('is written once, however often it is sent', async () => {
    const { owner, callId, path, byPaul } = await callOfTwo()
    const clientId = randomUUID()
    const first = messageOf(await byPaul('Une fois', { clientId }))
    expect(messageOf(await byPaul('Une fois', { clientId }))).toEqual(first)
    expect((await historyOf(owner, path)).items).toHaveLength(1)
    expect(lastSent(callId)?.payload).toEqual(first)
  })

  it('is kept and found in the history while the SFU is away', async () => {
    const { owner, path, byPaul } = await callOfTwo()
    api.sfu.away = true
    const response = await byPaul('Personne n’entend')
    api.sfu.away = false
    expect(response.statusCode).toBe(200)
    expect((await historyOf(owner, path)).items).toEqual([messageOf(response)])
  })

  it.each([
    ['nothing', ' \u200b '],
    ['4,001 characters', 'n'.repeat(4001)],
  ])('of %s is refused', async (_, text) => {
    expect((await (await callOfTwo()).byPaul(text)).statusCode).toBe(400)
  })

  it('is refused beyond the rate', async () => {
    const { path, owner, byPaul } = await callOfTwo()
    const statuses: number[] = []
    for (let sent = 0; sent < 13; sent++) statuses.push((await byPaul(`Message ${sent}`)).statusCode)
    expect(statuses).toEqual([...Array.from({ length: 12 }, () => 200), 429])
    expect((await historyOf(owner, path)).items).toHaveLength(12)
  })
})

describe('who may not', () => {
  it('is whoever writes as somebody else, or comes from outside', async () => {
    const { paul, owner, path, host, guest, byOwner } = await callOfTwo()
    const other = await callOfTwo()
    const { id } = messageOf(await byOwner('Bonjour'))
    expect((await paul.post(path, { identity: host.identity, text: 'Faux' })).statusCode).toBe(403)
    for (const stranger of [api.guest(), await api.agent(), other.paul, other.owner]) {
      expect((await stranger.get(path)).statusCode).toBe(403)
      expect((await stranger.post(path, { identity: guest.identity, text: 'Faux' })).statusCode).toBe(403)
      expect((await stranger.patch(`${path}/${id}`, { text: 'Faux' })).statusCode).toBe(403)
      expect((await stranger.delete(`${path}/${id}`)).statusCode).toBe(403)
    }
    expect((await historyOf(owner, path)).items.map(({ text }) => text)).toEqual(['Bonjour'])
  })

  it('reaches no message of another call from one’s own', async () => {
    const [here, there] = [await callOfTwo(), await callOfTwo()]
    const { id } = messageOf(await there.byPaul('Ailleurs'))
    expect((await here.owner.patch(`${here.path}/${id}`, { text: 'Faux' })).statusCode).toBe(404)
    expect((await here.owner.delete(`${here.path}/${id}`)).statusCode).toBe(404)
    expect((await here.byPaul('Réponse', { replyToId: id })).statusCode).toBe(404)
  })

  it('is who was removed, and everybody once the call is over', async () => {
    const { owner, paul, path, callId, guest, byPaul, byOwner } = await callOfTwo()
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    expect((await byPaul('Encore là')).statusCode).toBe(403)
    expect((await paul.get(path)).statusCode).toBe(403)
    await owner.post(`/calls/${callId}/end`)
    expect((await byOwner('Trop tard')).statusCode).toBe(403)
  })
})

describe('changing', () => {
  it('is for the author alone, also after coming in anew', async () => {
    const { owner, paul, path, room, callId, byPaul } = await callOfTwo()
    const { id } = messageOf(await byPaul('Bonjuor'))
    expect((await owner.patch(`${path}/${id}`, { text: 'Autre' })).statusCode).toBe(403)
    await enter(paul, room.slug, { displayName: 'Paul' })
    const edited = messageOf(await paul.patch(`${path}/${id}`, { text: 'Bonjour' }))
    expect(edited).toMatchObject({ id, text: 'Bonjour', editedAt: expect.any(String) })
    expect(lastSent(callId)?.payload).toEqual(edited)
    expect((await historyOf(paul, path)).own).toHaveLength(2)
  })

  it('deletes the text for good and tells everybody', async () => {
    const { owner, paul, path, callId, byPaul } = await callOfTwo()
    const { id } = messageOf(await byPaul('Secret'))
    expect((await paul.delete(`${path}/${id}`)).statusCode).toBe(204)
    expect((await paul.delete(`${path}/${id}`)).statusCode).toBe(204)
    expect((await paul.patch(`${path}/${id}`, { text: 'Encore' })).statusCode).toBe(404)
    const [kept] = (await historyOf(owner, path)).items
    expect(kept).toMatchObject({ id, text: '', deletedAt: expect.any(String) })
    expect(lastSent(callId)?.payload).toEqual(kept)
    expect(await api.database.prisma.chatMessage.findUnique({ where: { id } })).toMatchObject({ text: '' })
  })

  it('lets a host delete what others wrote, which is written down, and nobody else', async () => {
    const { owner, paul, path, callId, guest, byPaul, byOwner } = await callOfTwo()
    const theirs = messageOf(await byPaul('Injure'))
    const hosts = messageOf(await byOwner('Bonjour'))
    expect((await paul.delete(`${path}/${hosts.id}`)).statusCode).toBe(403)
    expect((await owner.delete(`${path}/${theirs.id}`)).statusCode).toBe(204)
    const [event] = await api.database.prisma.auditEvent.findMany({ where: { subjectId: theirs.id } })
    expect(event).toMatchObject({
      action: 'message.deleted',
      actorId: owner.user.id,
      details: { callId, authorId: guest.identity },
    })
  })
})

describe('the history', () => {
  it('comes in pages, the newest first, to who comes late', async () => {
    const { path, room, byPaul } = await callOfTwo()
    for (const text of ['1', '2', '3', '4', '5']) await byPaul(text)
    const late = api.guest()
    await enter(late, room.slug, { displayName: 'Tard' })
    const texts: string[][] = []
    let before: string | null = ''
    while (before !== null) {
      const page: Awaited<ReturnType<typeof historyOf>> = await historyOf(
        late,
        path,
        `?limit=2${before && `&before=${before}`}`,
      )
      texts.push(page.items.map(({ text }) => text))
      before = page.nextCursor
    }
    expect(texts).toEqual([['5', '4'], ['3', '2'], ['1']])
  })

  const chatOf = (retentionDays: number) =>
    createChat({ prisma: api.database.prisma, sfu: api.sfu, audit: async () => {}, retentionDays })
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

  it('is forgotten after the days that the operator gives it', async () => {
    const { owner, path, byPaul } = await callOfTwo()
    await byPaul('Vieux')
    await chatOf(30).forget(inDays(29.9))
    expect((await historyOf(owner, path)).items).toHaveLength(1)
    await chatOf(30).forget(inDays(30.1))
    expect((await historyOf(owner, path)).items).toEqual([])
  })

  it('is forgotten at the end of the call where it is given none', async () => {
    const { owner, path, callId, byPaul } = await callOfTwo()
    await byPaul('Éphémère')
    await chatOf(0).forget(inDays(1))
    expect((await historyOf(owner, path)).items).toHaveLength(1)
    await owner.post(`/calls/${callId}/end`)
    await chatOf(0).forget(new Date())
    expect(await api.database.prisma.chatMessage.count({ where: { callId } })).toBe(0)
  })
})
