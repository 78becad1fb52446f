import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

describe('who comes in', () => {
  it.each([
    ['open', 'admitted', 'admitted'],
    ['trusted', 'waiting', 'admitted'],
    ['restricted', 'waiting', 'waiting'],
  ] as const)('%s: a guest is %s, another agent %s, owner and member admitted', async (accessLevel, guest, agent) => {
    const owner = await api.agent()
    const member = await api.agent()
    const room = await makeRoom(api, owner.user.id, { accessLevel })
    await api.database.prisma.roomMember.create({ data: { roomId: room.id, userId: member.user.id, role: 'member' } })
    expect((await join(api.guest(), room.slug, { displayName: 'Paul' })).outcome).toBe(guest)
    expect((await join(await api.agent(), room.slug)).outcome).toBe(agent)
    expect((await join(owner, room.slug)).outcome).toBe('admitted')
    expect((await join(member, room.slug)).outcome).toBe('admitted')
  })

  it('treats a level that the operator does not allow as the next stricter one', async () => {
    const strict = await createTestApi({ ALLOWED_ACCESS_LEVELS: 'restricted' })
    const owner = await strict.agent()
    const room = await makeRoom(strict, owner.user.id, { accessLevel: 'open' })
    expect((await join(await strict.agent(), room.slug)).outcome).toBe('waiting')
    await strict.close()
  })

  it('says the same of an unknown room and of a deleted one', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    await api.database.prisma.room.delete({ where: { id: room.id } })
    const unavailable = { outcome: 'closed', reason: 'unavailable' }
    expect(await join(api.guest(), room.slug, { displayName: 'Paul' })).toEqual(unavailable)
    expect(await join(api.guest(), 'abc-defg-hij', { displayName: 'Paul' })).toEqual(unavailable)
  })
})

describe('what the token allows', () => {
  it('names one call and one identity, carries every grant, and none that moderates', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
    const { claims, callId, identity } = await enter(api.guest(), room.slug, { displayName: 'Paul Mercier' })
    expect(claims).toMatchObject({
      sub: identity,
      name: 'Paul Mercier',
      attributes: { role: 'participant', verified: 'false' },
      video: {
        room: callId,
        roomJoin: true,
        roomAdmin: false,
        roomCreate: false,
        roomList: false,
        roomRecord: false,
        canPublish: true,
        canPublishSources: ['camera', 'microphone', 'screen_share', 'screen_share_audio'],
        canPublishData: false,
        canSubscribe: true,
        canUpdateOwnMetadata: false,
        hidden: false,
        recorder: false,
      },
    })
    expect((claims.exp ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(600)
  })

  it('makes the owner and nobody else owner, and never an administrator of the SFU', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const { claims, role } = await enter(owner, room.slug)
    expect([role, claims.video['roomAdmin']]).toEqual(['owner', false])
    expect((await enter(await api.agent({ role: 'ADMIN' }), room.slug)).role).toBe('participant')
  })

  it('ignores an identity and a role that the client supplies, and an agent’s own choice of name', async () => {
    const owner = await api.agent({ displayName: 'Karim Haddad' })
    const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
    const identity = randomUUID()
    const forged = { identity, role: 'owner', displayName: 'Somebody Else', verified: true }
    expect((await enter(api.guest(), room.slug, forged)).identity).not.toBe(identity)
    expect((await enter(owner, room.slug, forged)).displayName).toBe('Karim Haddad')
  })

  it('opens one call for two who come first at once, and gives each device of an agent its own identity', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const [first, second] = await Promise.all([enter(owner, room.slug), enter(owner, room.slug)])
    expect(first.callId).toBe(second.callId)
    expect(first.identity).not.toBe(second.identity)
    expect(api.sfu.rooms.has(first.callId)).toBe(true)
  })
})

describe('names', () => {
  it('asks a guest for one', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
    const response = await api.guest().post(`/rooms/${room.slug}/join`, {})
    expect([response.statusCode, response.json().fields[0].path]).toEqual([400, 'body.displayName'])
  })

  it.each([
    ['2,000 characters', 'x'.repeat(2000)],
    ['nothing but zero-width characters', '\u200b\u200d\u2060'],
    ['61 characters', 'y'.repeat(61)],
    ['an empty name', '   '],
  ])('refuses %s', async (_what, displayName) => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
    expect((await api.guest().post(`/rooms/${room.slug}/join`, { displayName })).statusCode).toBe(400)
  })

  it.each([
    ['bidi controls', 'Claire \u202eenioomeL\u202c', 'Claire enioomeL'],
    ['zero-width characters', 'Cla\u200bire', 'Claire'],
    ['white space', '  Claire \n\t Lemoine ', 'Claire Lemoine'],
    ['decomposed letters', 'Rene\u0301e', 'Renée'],
    ['an emoji family', 'Paul 👨‍👩‍👧', 'Paul 👨‍👩‍👧'],
    ['Arabic', 'سلمى', 'سلمى'],
    ['markup, which stays inert text', '<img onerror=alert(1)>', '<img onerror=alert(1)>'],
  ])('normalises %s', async (_what, given, displayName) => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
    expect((await enter(api.guest(), room.slug, { displayName: given })).displayName).toBe(displayName)
  })
})

describe('coming back', () => {
  it('gives the same identity without the lobby, for the same browser and secret only', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
    const paul = api.guest()
    const { identity, resumeSecret, callId } = await enter(paul, room.slug, { displayName: 'Paul' })
    await api.database.prisma.room.update({ where: { id: room.id }, data: { accessLevel: 'restricted' } })
    const resume = { identity, secret: resumeSecret }
    expect(await enter(paul, room.slug, { resume })).toMatchObject({ identity, callId, displayName: 'Paul' })

    const thief = await join(api.guest(), room.slug, { displayName: 'Thief', resume })
    expect(thief.outcome).toBe('waiting')
    const guessed = { identity, secret: 'x'.repeat(32) }
    expect((await join(paul, room.slug, { displayName: 'Paul', resume: guessed })).outcome).toBe('waiting')
  })

  it('gives the role that one has now: whoever lost it comes back without', async () => {
    const [owner, cohost] = [await api.agent(), await api.agent()]
    const room = await makeRoom(api, owner.user.id)
    await owner.put(`/rooms/${room.slug}/members`, { email: cohost.user.email, role: 'cohost' })
    const { identity, resumeSecret: secret, role } = await enter(cohost, room.slug)
    expect(role).toBe('cohost')
    const [member] = await api.database.prisma.roomMember.findMany({ where: { userId: cohost.user.id } })
    await owner.delete(`/rooms/${room.slug}/members/${member?.id}`)
    const again = await enter(cohost, room.slug, { resume: { identity, secret } })
    expect(again).toMatchObject({ identity, role: 'participant', claims: { attributes: { role: 'participant' } } })
  })

  it('says that the call has ended when it has', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const { identity, resumeSecret, callId } = await enter(owner, room.slug)
    expect((await owner.post(`/calls/${callId}/end`)).statusCode).toBe(204)
    const resume = { identity, secret: resumeSecret }
    expect(await join(owner, room.slug, { resume })).toEqual({ outcome: 'closed', reason: 'ended' })
    expect((await enter(owner, room.slug)).callId).not.toBe(callId)
  })
})

it('answers a problem, not an outcome, while the SFU is away, and works when it is back', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  api.sfu.away = true
  const away = await owner.post(`/rooms/${room.slug}/join`, {})
  expect([away.statusCode, away.json().code]).toEqual([503, 'sfu_unavailable'])
  api.sfu.away = false
  expect((await join(owner, room.slug)).outcome).toBe('admitted')
})
