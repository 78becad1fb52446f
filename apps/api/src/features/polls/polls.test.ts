import { pollNewsSchema } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { enter } from '../../../test/people.ts'
import { callWithVoters, pollsOf } from '../../../test/polls.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { overSince } from '../../platform/retention.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const told = (callId: string) =>
  api.sfu.sent.flatMap((sent) =>
    sent.callId === callId && sent.topic === 'poll' ? [pollNewsSchema.parse(sent.payload)] : [],
  )

describe('a draft', () => {
  it('is the hosts’ alone, is changed and deleted, and nobody is told', async () => {
    const { owner, paul, path, callId, form, draft, list } = await callWithVoters(api)
    const { id, state } = await draft(owner)
    expect(state).toBe('draft')
    expect(await list(paul)).toEqual([])
    const changed = await owner.put(`${path}/${id}`, { ...form, question: ' Quel\njour ? ' })
    expect(changed.json()).toMatchObject({ id, question: 'Quel jour ?', results: null, voters: null, mine: null })
    expect(await list(owner)).toHaveLength(1)
    expect((await owner.delete(`${path}/${id}`)).statusCode).toBe(204)
    expect(await list(owner)).toEqual([])
    expect(told(callId)).toEqual([])
    const events = await api.database.prisma.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(events.map(({ action, actorId, details }) => [action, actorId, details])).toEqual(
      ['poll.created', 'poll.updated', 'poll.deleted'].map((action) => [action, owner.user.id, { callId }]),
    )
  })

  it('waits in its room for the next call, where it is opened', async () => {
    const { owner, room, callId, draft } = await callWithVoters(api)
    const { id } = await draft(owner)
    await owner.post(`/calls/${callId}/end`)
    const next = pollsOf((await enter(owner, room.slug)).callId)
    expect((await next.list(owner)).map((poll) => poll.id)).toEqual([id])
    expect((await next.move(owner, id, 'open')).statusCode).toBe(200)
    expect((await next.seen(owner, id))?.state).toBe('open')
  })

  it.each([
    ['one option', { options: ['Lundi'] }],
    ['thirteen', { options: Array.from({ length: 13 }, (_, index) => `${index}`) }],
    ['two that are alike', { options: ['Lundi', ' LUNDI'] }],
    ['an empty one', { options: ['Lundi', ' \u200b'] }],
    ['no question', { question: ' ' }],
    ['options for a text', { kind: 'open' }],
    ['two choices of a single one', { mostChoices: 2 }],
    ['more choices than options', { kind: 'multiple', mostChoices: 4 }],
    ['a single choice of several', { kind: 'multiple', mostChoices: 1 }],
  ])('with %s is refused', async (_, fault) => {
    const { owner, path, form } = await callWithVoters(api)
    expect((await owner.post(path, { ...form, ...fault })).statusCode).toBe(400)
  })

  it('is one of fifty at most', async () => {
    const { owner, path, room, form } = await callWithVoters(api)
    const row = { roomId: room.id, kind: 'open' as const, question: '?', mostChoices: 1, secret: true, live: true }
    await api.database.prisma.poll.createMany({ data: Array.from({ length: 50 }, () => row) })
    expect((await owner.post(path, form)).statusCode).toBe(409)
  })
})

describe('a poll', () => {
  it('is told to everybody when it opens, closes, is published and deleted; results come when published', async () => {
    const { owner, agent, paul, path, callId, opened, vote, move, seen } = await callWithVoters(api)
    const { id } = await opened(owner)
    expect(told(callId)).toMatchObject([{ poll: { id, state: 'open', results: null } }])
    expect((await vote(agent, id, { choices: [1] })).json()).toMatchObject({ results: null, voters: null })
    await vote(paul, id, { choices: [1] })
    expect(await seen(paul, id)).toMatchObject({ mine: { choices: [1], text: null }, results: null, voters: null })
    expect(await seen(owner, id)).toMatchObject({ mine: null, results: { voters: 2, counts: [0, 2, 0] }, voters: 2 })

    await move(owner, id, 'closed')
    expect(await seen(paul, id)).toMatchObject({ state: 'closed', results: null, voters: null })
    await move(owner, id, 'published')
    const results = { voters: 2, counts: [0, 2, 0] }
    expect(await seen(paul, id)).toMatchObject({ state: 'published', results, voters: 2 })
    expect(told(callId).slice(1)).toMatchObject([
      { poll: { state: 'closed', results: null } },
      { poll: { state: 'published', results } },
    ])
    await owner.delete(`${path}/${id}`)
    expect(told(callId).at(-1)).toEqual({ deleted: id })
    expect(await seen(owner, id)).toBeUndefined()
  })

  it('with live results shows them at once, tells of votes once a second, and is published by closing it', async () => {
    const { owner, agent, paul, callId, opened, vote, move, seen } = await callWithVoters(api)
    const { id } = await opened(owner, { live: true })
    const before = told(callId).length
    await Promise.all([
      vote(owner, id, { choices: [0] }),
      vote(agent, id, { choices: [2] }),
      vote(paul, id, { choices: [2] }),
    ])
    await vi.waitFor(() => expect(told(callId).at(-1)).toMatchObject({ poll: { results: { voters: 3 } } }), 5000)
    expect(told(callId).length - before).toBeLessThanOrEqual(2)
    expect(await seen(paul, id)).toMatchObject({ results: { voters: 3, counts: [1, 0, 2] } })
    expect((await move(owner, id, 'closed')).json()).toMatchObject({ state: 'published' })
  })

  it('of several choices takes as many as it says, and counts a changed vote once', async () => {
    const { owner, agent, secondDevice, opened, vote, seen } = await callWithVoters(api)
    const { id } = await opened(owner, { kind: 'multiple', mostChoices: 2 })
    expect((await vote(agent, id, { choices: [0, 1, 2] })).statusCode).toBe(400)
    expect((await vote(agent, id, { choices: [0, 0] })).statusCode).toBe(400)
    expect((await vote(agent, id, { choices: [0, 1] })).statusCode).toBe(200)
    expect((await vote(secondDevice, id, { choices: [1, 2] })).statusCode).toBe(200)
    expect(await seen(owner, id)).toMatchObject({ results: { voters: 1, counts: [0, 1, 1] } })
    expect((await seen(agent, id))?.mine).toEqual({ choices: [1, 2], text: null })
  })

  it('in words keeps them as text, and shows them with how often they were written', async () => {
    const { owner, agent, paul, path, opened, vote, move } = await callWithVoters(api)
    const { id } = await opened(owner, { kind: 'open', options: [] })
    const markup = '<img src=x onerror=alert(1)>'
    expect((await vote(agent, id, { text: 'n'.repeat(301) })).statusCode).toBe(400)
    expect((await vote(agent, id, { choices: [0], text: markup })).statusCode).toBe(400)
    await vote(agent, id, { text: markup })
    await vote(paul, id, { text: ` ${markup}\n` })
    await vote(owner, id, { text: 'Autre' })
    expect((await paul.get(`${path}/${id}/answers`)).statusCode).toBe(404)
    await move(owner, id, 'published')
    expect((await paul.get(`${path}/${id}/answers`)).json()).toEqual({
      answers: [
        { text: markup, count: 2 },
        { text: 'Autre', count: 1 },
      ],
      different: 2,
    })
  })

  it('opens once when two hosts open it at once', async () => {
    const { owner, draft, move } = await callWithVoters(api)
    const { id } = await draft(owner)
    const both = await Promise.all([move(owner, id, 'open'), move(owner, id, 'open')])
    expect(both.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 409])
  })

  it('is not changed once it is open, and neither goes back nor leaves out a step', async () => {
    const { owner, path, form, draft, opened, move } = await callWithVoters(api)
    const { id } = await opened(owner)
    expect((await owner.put(`${path}/${id}`, form)).statusCode).toBe(409)
    expect((await move(owner, id, 'open')).statusCode).toBe(409)
    const waiting = await draft(owner)
    expect((await move(owner, waiting.id, 'closed')).statusCode).toBe(409)
    expect((await move(owner, waiting.id, 'published')).statusCode).toBe(409)
  })

  it('is forgotten after the days that the operator gives it; drafts stay', async () => {
    const { owner, callId, draft, opened, list } = await callWithVoters(api)
    const { id } = await opened(owner)
    const waiting = await draft(owner)
    const { prisma } = api.database
    const forget = async (days: number, inDays: number) => {
      const now = new Date(Date.now() + inDays * 86_400_000)
      return await prisma.poll.deleteMany({ where: { callId, ...overSince('openedAt', now, days) } })
    }
    await forget(30, 29.9)
    await forget(0, 1)
    expect(await list(owner)).toHaveLength(2)
    await forget(30, 30.1)
    expect((await list(owner)).map((poll) => poll.id)).toEqual([waiting.id])
    expect(await prisma.poll.count({ where: { id } })).toBe(0)
  })
})

describe('names', () => {
  it('of who answered what are for hosts, in pages by name; the export has them too', async () => {
    const { owner, agent, paul, path, callId, opened, vote } = await callWithVoters(api)
    const { id } = await opened(owner, { options: ['=1+1', 'Mardi'], question: '+Quand ?' })
    await vote(paul, id, { choices: [0] })
    await vote(agent, id, { choices: [1] })
    const first = (await owner.get(`${path}/${id}/votes?limit=1`)).json()
    expect(first.items).toEqual([{ name: 'Karim Diallo', verified: true, choices: [1], text: null }])
    const second = (await owner.get(`${path}/${id}/votes?limit=1&cursor=${first.nextCursor}`)).json()
    expect(second).toEqual({
      items: [{ name: 'Paul Mercier', verified: false, choices: [0], text: null }],
      nextCursor: null,
    })
    expect((await paul.get(`${path}/${id}/votes`)).statusCode).toBe(403)
    expect((await paul.get(`${path}/${id}/export`)).statusCode).toBe(403)
    const file = await owner.get(`${path}/${id}/export?language=en`)
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="poll-[0-9a-f]{8}\.csv"$/),
    })
    expect(file.body.replaceAll('\r\n', '|')).toBe(
      `\ufeff"Question","'+Quand ?"|"People who voted",2||"Answer","Votes"|"'=1+1",1|"Mardi",1||"Name","Verified","Answer"|` +
        `"Karim Diallo","yes","Mardi"|"Paul Mercier","no","'=1+1"|`,
    )
    const exported = { subjectId: id, action: 'poll.exported', details: { equals: { callId } } }
    expect(await api.database.prisma.auditEvent.count({ where: exported })).toBe(1)
  })

  it('are not in a secret poll: nothing in the database leads from a person to their vote', async () => {
    const { owner, agent, paul, path, opened, vote, move, seen } = await callWithVoters(api)
    const { id } = await opened(owner, { secret: true, kind: 'open', options: [] })
    for (const [voter, text] of [
      [paul, 'Zèbre'],
      [agent, 'Âne'],
      [owner, 'Lion'],
    ] as const)
      await vote(voter, id, { text })
    expect(await seen(paul, id)).toMatchObject({ mine: { choices: [], text: null } })
    expect(await seen(owner, id)).toMatchObject({ results: null, voters: 3 })
    expect((await owner.get(`${path}/${id}/votes`)).statusCode).toBe(404)
    expect((await owner.get(`${path}/${id}/answers`)).statusCode).toBe(404)
    expect((await owner.get(`${path}/${id}/export`)).statusCode).toBe(409)
    await move(owner, id, 'closed')

    const { rows: votes } = await api.database.pool.query('select * from "PollVote" where "pollId" = $1', [id])
    expect(votes).toHaveLength(3)
    for (const row of votes) {
      expect(row).toEqual({
        pollId: id,
        voter: expect.any(String),
        name: null,
        verified: false,
        choices: null,
        text: null,
      })
      expect([agent.user.id, owner.user.id]).not.toContain(row.voter)
    }
    // Not in the order in which they were cast, and written by the closing, not by the last vote.
    const { rows } = await api.database.pool.query(
      `select p.texts, p.xmin::text = any(select v.xmin::text from "PollVote" v where v."pollId" = p.id) as "byVote"
       from "Poll" p where id = $1`,
      [id],
    )
    expect(rows).toEqual([{ texts: ['Lion', 'Zèbre', 'Âne'], byVote: false }])
    expect((await owner.get(`${path}/${id}/export`)).body).not.toMatch(/Karim|Paul/)
  })
})
