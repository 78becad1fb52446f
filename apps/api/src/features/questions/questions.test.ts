import { randomUUID } from 'node:crypto'
import { listQuestions, questionNewsSchema, questionViewSchema } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { callWithVoters } from '../../../test/polls.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi({ RATE_LIMITS: JSON.stringify({ questionsPerSession: { points: 4, seconds: 60 } }) })
})
afterAll(() => api.close())

async function callOfQuestions() {
  const call = await callWithVoters(api)
  const path = `/calls/${call.callId}/questions`
  const viewOf = (response: { json(): unknown }) => questionViewSchema.parse(response.json())
  const { identity } = call.guest
  return {
    ...call,
    path,
    viewOf,
    ask: (text: string, more: object = {}) => call.paul.post(path, { identity, text, ...more }),
    wish: (browser: TestBrowser, id: string, up = true) => browser.put(`${path}/${id}/vote`, { up }),
    settle: (browser: TestBrowser, id: string, state: string, more: object = {}) =>
      browser.put(`${path}/${id}/state`, { state, ...more }),
    allow: (browser: TestBrowser, anonymous: boolean) => browser.put(`${path}/settings`, { anonymous }),
    listOf: async (browser: TestBrowser) => listQuestions.response.parse((await browser.get(path)).json()),
    told: () =>
      api.sfu.sent.flatMap((sent) =>
        sent.callId === call.callId && sent.topic === 'questions' ? [questionNewsSchema.parse(sent.payload)] : [],
      ),
  }
}

describe('a question', () => {
  it('carries its author’s name, and is told to everybody', async () => {
    const { owner, ask, viewOf, listOf, told } = await callOfQuestions()
    const question = viewOf(await ask(' Quand\nfinit-on ? '))
    expect(question).toMatchObject({
      text: 'Quand finit-on ?',
      author: { name: 'Paul Mercier', verified: false },
      state: 'open',
      votes: 0,
      own: true,
      voted: false,
    })
    expect((await listOf(owner)).questions).toEqual([{ ...question, own: false }])
    const { own: _, voted: __, ...asTold } = question
    await vi.waitFor(() => expect(told()).toMatchObject([{ questions: [asTold], gone: [], more: false }]), 5000)
  })

  it('is plain text of 300 characters', async () => {
    const { ask, viewOf } = await callOfQuestions()
    expect(viewOf(await ask('<b>Quand ?</b>')).text).toBe('<b>Quand ?</b>')
    expect((await ask('n'.repeat(301))).statusCode).toBe(400)
    expect((await ask(' \u200b ')).statusCode).toBe(400)
  })

  it('is voted up once by a person, who takes it back; the most wanted comes first', async () => {
    const { owner, agent, secondDevice, ask, viewOf, wish, listOf } = await callOfQuestions()
    const [first, second] = [viewOf(await ask('Première ?')), viewOf(await ask('Seconde ?'))]
    await Promise.all([agent, secondDevice, agent, owner].map((browser) => wish(browser, second.id)))
    expect(viewOf(await wish(agent, second.id))).toMatchObject({ votes: 2, voted: true, own: false })
    expect((await listOf(secondDevice)).questions.map(({ id, votes, voted }) => [id, votes, voted])).toEqual([
      [second.id, 2, true],
      [first.id, 0, false],
    ])
    await Promise.all([wish(secondDevice, second.id, false), wish(agent, second.id, false)])
    expect(viewOf(await wish(owner, second.id, false))).toMatchObject({ votes: 0, voted: false })
    expect(await api.database.prisma.questionVote.count({ where: { questionId: second.id } })).toBe(0)
  })

  it('is answered aloud or in writing, dismissed, and opened again by hosts, who answer for it', async () => {
    const { owner, paul, ask, viewOf, settle, wish, listOf, told } = await callOfQuestions()
    const { id } = viewOf(await ask('Quand ?'))
    expect(viewOf(await settle(owner, id, 'answered', { answer: 'À 15 h.\nPas avant.' }))).toMatchObject({
      state: 'answered',
      answer: 'À 15 h.\nPas avant.',
    })
    expect((await wish(paul, id)).statusCode).toBe(404)
    await settle(owner, id, 'dismissed')
    expect((await listOf(paul)).questions).toEqual([])
    expect((await listOf(owner)).questions).toMatchObject([{ id, state: 'dismissed', answer: null }])
    await vi.waitFor(() => expect(told().at(-1)).toMatchObject({ gone: [id], questions: [] }), 5000)
    await settle(owner, id, 'open')
    expect((await listOf(paul)).questions).toMatchObject([{ id, state: 'open', answer: null }])
    const events = await api.database.prisma.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(events.map(({ action }) => action)).toEqual(['question.answered', 'question.dismissed', 'question.opened'])
  })
})

describe('asking anonymously', () => {
  it('is for where a host allows it, in this call', async () => {
    const { owner, paul, ask, allow, listOf, told } = await callOfQuestions()
    expect((await ask('Qui ?', { anonymous: true })).statusCode).toBe(409)
    expect((await allow(paul, true)).statusCode).toBe(403)
    expect((await allow(owner, true)).json()).toEqual({ anonymous: true })
    await vi.waitFor(() => expect(told().at(-1)).toMatchObject({ settings: { anonymous: true } }), 5000)
    expect((await listOf(paul)).settings).toEqual({ anonymous: true })
    expect((await ask('Qui ?', { anonymous: true })).statusCode).toBe(201)
    await allow(owner, false)
    expect((await ask('Qui ?', { anonymous: true })).statusCode).toBe(409)
  })

  it('tells nobody who it was, and keeps it nowhere; their own browser knows it', async () => {
    const { owner, paul, guest, ask, allow, viewOf, listOf, told } = await callOfQuestions()
    await allow(owner, true)
    const { id, author, own } = viewOf(await ask('Qui ?', { anonymous: true }))
    const { id: named } = viewOf(await ask('Moi.'))
    expect([author, own]).toEqual([null, true])
    const ownOf = async (browser: TestBrowser) =>
      Object.fromEntries((await listOf(browser)).questions.map((question) => [question.id, question.own]))
    expect([await ownOf(paul), await ownOf(owner)]).toEqual([
      { [id]: true, [named]: true },
      { [id]: false, [named]: false },
    ])
    await vi.waitFor(() => expect(JSON.stringify(told())).toContain('Qui ?'), 5000)
    const { prisma } = api.database
    const row = await prisma.question.findUniqueOrThrow({ where: { id } })
    const participant = await prisma.participant.findUniqueOrThrow({ where: { id: guest.identity } })
    expect(row).toMatchObject({ authorName: null, verified: false })
    expect(JSON.stringify(row)).not.toContain(participant.sessionHash)
    // The same person’s question by name does not give this one away.
    expect(row.author).not.toBe((await prisma.question.findUniqueOrThrow({ where: { id: named } })).author)
    expect(row.askedAt.getTime() % 60_000).toBe(0)
  })
})

describe('attacks', () => {
  it('nobody asks in another’s name, nor from outside or another call', async () => {
    const here = await callOfQuestions()
    const there = await callOfQuestions()
    const { owner, agent, guest, path, ask, viewOf, wish, settle, listOf } = here
    const { id } = viewOf(await ask('Quand ?'))
    expect((await agent.post(path, { identity: guest.identity, text: 'Faux' })).statusCode).toBe(403)
    for (const stranger of [api.guest(), there.agent, there.owner]) {
      expect((await stranger.post(path, { identity: guest.identity, text: 'Faux' })).statusCode).toBe(403)
      expect((await stranger.get(path)).statusCode).toBe(403)
      expect((await wish(stranger, id)).statusCode).toBe(403)
    }
    expect((await there.wish(there.agent, id)).statusCode).toBe(404)
    expect((await there.settle(there.owner, id, 'dismissed')).statusCode).toBe(404)
    expect((await settle(agent, id, 'dismissed')).statusCode).toBe(403)
    expect((await wish(agent, randomUUID())).statusCode).toBe(404)
    expect((await listOf(owner)).questions).toMatchObject([{ id, votes: 0, state: 'open' }])
  })

  it('who was removed neither asks, votes nor reads', async () => {
    const { owner, paul, guest, callId, path, ask, viewOf, wish } = await callOfQuestions()
    const { id } = viewOf(await ask('Quand ?'))
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    expect((await ask('Encore ?')).statusCode).toBe(403)
    expect((await wish(paul, id)).statusCode).toBe(403)
    expect((await paul.get(path)).statusCode).toBe(403)
  })

  it('a flood of questions ends at the rate, and is told in few messages', async () => {
    const { owner, ask, listOf, told } = await callOfQuestions()
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => ask(`Question ${index} ?`)))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(4)
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(8)
    expect((await listOf(owner)).questions).toHaveLength(4)
    const texts = () => told().flatMap(({ questions }) => questions.map(({ id }) => id))
    await vi.waitFor(() => expect(new Set(texts()).size).toBe(4), 5000)
    expect(told().length).toBeLessThanOrEqual(2)
  })
})
