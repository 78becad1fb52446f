import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { join } from '../../../test/people.ts'
import { callWithVoters } from '../../../test/polls.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi({ RATE_LIMITS: JSON.stringify({ votesPerSession: { points: 20, seconds: 60 } }) })
})
afterAll(() => api.close())

const statuses = (responses: { statusCode: number }[]) =>
  responses.map(({ statusCode }) => statusCode).sort((a, b) => a - b)

describe('one person has one vote', () => {
  it('on two devices at once, as in one browser', async () => {
    const { owner, agent, secondDevice, paul, opened, vote, seen } = await callWithVoters(api)
    const { id } = await opened(owner)
    await Promise.all(
      [agent, secondDevice, agent, paul, paul].map((voter, index) => vote(voter, id, { choices: [index % 3] })),
    )
    const poll = await seen(owner, id)
    expect(poll?.results?.voters).toBe(2)
    expect(poll?.results?.counts.reduce((sum, count) => sum + count)).toBe(2)
    expect(await api.database.prisma.pollVote.count({ where: { pollId: id } })).toBe(2)
  })

  it('which in a secret poll is the first, whatever follows', async () => {
    const { owner, agent, secondDevice, opened, vote, seen } = await callWithVoters(api)
    const { id } = await opened(owner, { secret: true, live: true })
    const both = await Promise.all([agent, secondDevice, agent].map((voter) => vote(voter, id, { choices: [1] })))
    expect(statuses(both)).toEqual([200, 409, 409])
    expect((await vote(agent, id, { choices: [2] })).statusCode).toBe(409)
    expect((await seen(owner, id))?.results).toEqual({ voters: 1, counts: [0, 1, 0] })
  })

  it('and no other name than their own, whomever they name', async () => {
    const { owner, agent, paul, guest, path, opened, vote } = await callWithVoters(api)
    const { id } = await opened(owner)
    await vote(agent, id, { choices: [1], identity: guest.identity, voter: guest.identity, name: 'Paul Mercier' })
    const { items } = (await owner.get(`${path}/${id}/votes`)).json()
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['Karim Diallo'])
    expect((await paul.get(path)).json().polls[0].mine).toBeNull()
  })
})

describe('no vote is taken', () => {
  it('after the close, also not of those that come with it', async () => {
    const { owner, agent, paul, opened, vote, move, seen } = await callWithVoters(api)
    const { id } = await opened(owner)
    const [, closed] = await Promise.all([
      vote(agent, id, { choices: [0] }),
      move(owner, id, 'closed'),
      vote(paul, id, { choices: [0] }),
    ])
    const { voters } = (await seen(owner, id)) ?? {}
    expect((await vote(paul, id, { choices: [0] })).statusCode).toBe(409)
    expect((await seen(owner, id))?.voters).toBe(voters)
    expect(closed.json().voters).toBe(voters)
  })

  it('on a draft, in another call’s poll, or in none', async () => {
    const { owner, agent, draft, opened, vote, seen } = await callWithVoters(api)
    const elsewhere = await callWithVoters(api)
    const waiting = await draft(owner)
    expect((await vote(agent, waiting.id, { choices: [0] })).statusCode).toBe(404)
    const { id } = await opened(owner)
    // By one’s own call, and by the call that it belongs to.
    expect((await elsewhere.vote(elsewhere.agent, id, { choices: [0] })).statusCode).toBe(404)
    expect((await vote(elsewhere.agent, id, { choices: [0] })).statusCode).toBe(403)
    expect((await elsewhere.move(elsewhere.owner, id, 'closed')).statusCode).toBe(404)
    expect((await elsewhere.owner.delete(`${elsewhere.path}/${id}`)).statusCode).toBe(404)
    expect((await elsewhere.owner.get(`${elsewhere.path}/${id}/votes`)).statusCode).toBe(404)
    expect((await vote(agent, randomUUID(), { choices: [0] })).statusCode).toBe(404)
    expect((await seen(owner, id))?.voters).toBe(0)
  })

  it.each([
    ['an option that there is not', { choices: [3] }],
    ['a negative one', { choices: [-1] }],
    ['half of one', { choices: [0.5] }],
    ['two where one is asked for', { choices: [0, 1] }],
    ['none', { choices: [] }],
    ['a text where one chooses', { text: 'Lundi' }],
  ])('for %s', async (_, body) => {
    const { owner, agent, opened, vote, seen } = await callWithVoters(api)
    const { id } = await opened(owner)
    expect((await vote(agent, id, body)).statusCode).toBe(400)
    expect((await seen(owner, id))?.voters).toBe(0)
  })

  it('of who waits outside, was removed, or is in a call that is over', async () => {
    const { owner, paul, guest, room, callId, path, opened, vote, seen } = await callWithVoters(api)
    const { id } = await opened(owner)
    await owner.patch(`/rooms/${room.slug}`, { accessLevel: 'trusted' })
    const waiting = api.guest()
    expect(await join(waiting, room.slug, { displayName: 'Sonia' })).toMatchObject({ outcome: 'waiting' })
    expect((await vote(waiting, id, { choices: [0] })).statusCode).toBe(403)
    expect((await waiting.get(path)).statusCode).toBe(403)
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    expect((await vote(paul, id, { choices: [0] })).statusCode).toBe(403)
    expect((await paul.get(path)).statusCode).toBe(403)
    expect((await seen(owner, id))?.voters).toBe(0)
    await owner.post(`/calls/${callId}/end`)
    expect((await vote(owner, id, { choices: [0] })).statusCode).toBe(403)
  })

  it('beyond the rate', async () => {
    const { owner, paul, opened, vote } = await callWithVoters(api)
    const { id } = await opened(owner)
    const answers = []
    for (let cast = 0; cast < 21; cast++) answers.push(await vote(paul, id, { choices: [cast % 3] }))
    expect(statuses(answers).slice(-2)).toEqual([200, 429])
  })
})

describe('nobody leads a poll but its hosts', () => {
  it('neither opens, closes, publishes, changes nor deletes it', async () => {
    const { owner, agent, paul, path, form, draft, move, seen } = await callWithVoters(api)
    const { id } = await draft(owner)
    for (const person of [agent, paul, api.guest()]) {
      expect((await person.post(path, form)).statusCode).toBe(403)
      expect((await person.put(`${path}/${id}`, form)).statusCode).toBe(403)
      expect((await person.delete(`${path}/${id}`)).statusCode).toBe(403)
      for (const state of ['open', 'closed', 'published']) expect((await move(person, id, state)).statusCode).toBe(403)
    }
    expect((await seen(owner, id))?.state).toBe('draft')
  })

  it('and who is no host any more in mid-call neither', async () => {
    const { owner, agent, room, draft, move, list } = await callWithVoters(api)
    const member = { roomId: room.id, userId: agent.user.id }
    await api.database.prisma.roomMember.create({ data: { ...member, role: 'cohost' } })
    const { id } = await draft(agent)
    expect(await list(agent)).toHaveLength(1)
    await api.database.prisma.roomMember.update({ where: { roomId_userId: member }, data: { role: 'member' } })
    expect((await move(agent, id, 'open')).statusCode).toBe(403)
    expect(await list(agent)).toEqual([])
    expect(await list(owner)).toHaveLength(1)
  })
})
