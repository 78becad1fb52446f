import { randomUUID } from 'node:crypto'
import { createPersonKey } from '../src/platform/person-keys.ts'
import { enter, makeRoom } from './people.ts'
import type { TestApi } from './test-api.ts'

/** Two agents, Claire with a row of hers in every table that may have one, and Karim in whose room most of them are. */
export async function everythingOf(api: TestApi) {
  const { prisma } = api.database
  const personKey = createPersonKey(api.config.session.secret)
  const [claire, karim] = [await api.agent(), await api.agent({ displayName: 'Karim Haddad' })]
  const userId = claire.user.id
  const room = await makeRoom(api, userId, { name: 'À Claire' })
  await prisma.roomInvitation.create({ data: { roomId: room.id, email: 'new@agents.example', role: 'member' } })
  const karims = await makeRoom(api, karim.user.id, { name: 'À Karim' })
  const banned = await makeRoom(api, karim.user.id, { name: 'Sans Claire' })
  await prisma.roomMember.create({ data: { roomId: karims.id, userId, role: 'cohost' } })
  await prisma.roomBan.create({ data: { roomId: banned.id, userId, displayName: 'Claire Lemoine' } })
  const other = await enter(karim, karims.slug)
  const { callId, identity } = await enter(claire, karims.slug)
  const author = { callId, authorRole: 'participant' as const, authorVerified: true }
  await prisma.chatMessage.createMany({
    data: [
      { ...author, authorId: identity, authorName: 'Claire Lemoine', text: 'De moi' },
      { ...author, authorId: other.identity, authorName: 'Karim Haddad', text: 'De Karim' },
    ],
  })
  const poll = await prisma.poll.create({
    data: {
      roomId: karims.id,
      callId,
      kind: 'single',
      question: 'Quand ?',
      options: ['Lundi', 'Mardi'],
      mostChoices: 1,
      secret: false,
      live: true,
      state: 'open',
      voters: 1,
      counts: [1, 0],
    },
  })
  const voter = personKey(poll.id, { userId, sessionHash: '' })
  const vote = { voter, name: 'Claire Lemoine', verified: true, choices: [0] }
  await prisma.pollVote.create({ data: { pollId: poll.id, ...vote } })
  const questionId = randomUUID()
  const asked = { author: personKey(questionId, { userId, sessionHash: '' }), authorName: 'Claire Lemoine' }
  const question = { id: questionId, callId, text: 'À moi ?', askedAt: new Date(), ...asked }
  await prisma.question.create({ data: question })
  await prisma.question.create({
    data: { ...question, id: randomUUID(), text: 'De Karim ?', author: 'x', authorName: 'Karim Haddad' },
  })
  await prisma.lobbyEntry.create({
    data: { roomId: banned.id, userId, sessionHash: userId, displayName: 'Claire Lemoine', state: 'denied' },
  })
  const [mine, his] = [
    { id: identity, userId, name: 'Claire Lemoine' },
    { id: other.identity, userId: karim.user.id, name: 'Karim Haddad' },
  ]
  const report = (by: typeof mine, of: typeof mine, text: string) => ({
    roomId: karims.id,
    callId,
    reason: 'disturbance' as const,
    text,
    reporterId: by.id,
    reporterUserId: by.userId,
    reporterName: by.name,
    subjectId: of.id,
    subjectUserId: of.userId,
    subjectName: of.name,
  })
  await prisma.report.createMany({ data: [report(mine, his, 'Il crie.'), report(his, mine, 'Je la dénonce.')] })
  const when = { title: 'Comité', start: '2030-01-07T09:30', timeZone: 'Europe/Paris', durationMinutes: 60 }
  const plan = (roomId: string, organizerId: string, email: string) =>
    prisma.meeting.create({
      data: { ...when, uid: randomUUID(), roomId, organizerId, invitees: { create: { email } } },
    })
  await plan(room.id, userId, 'paul@example.fr')
  await plan(karims.id, karim.user.id, claire.user.email)
  await claire.post('/me/feed')
  await prisma.auditEvent.createMany({
    data: [
      { action: 'login', actorId: userId },
      { action: 'participant.reported', actorId: karim.user.id, subjectId: userId },
    ],
  })
  return { claire, karim, room, karims, banned, callId, identity, pollId: poll.id, questionId }
}
