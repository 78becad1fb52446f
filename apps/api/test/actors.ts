import { makeRoom } from './people.ts'
import type { TestApi, TestBrowser } from './test-api.ts'

export const actorNames = ['anonymous', 'guest', 'agent', 'member', 'cohost', 'owner', 'administrator'] as const
export type ActorName = (typeof actorNames)[number]

/** Everybody who may ask anything of a room, from no session at all to an administrator who is none of its hosts. */
export async function createActors(api: TestApi) {
  const [agent, member, cohost, owner] = [await api.agent(), await api.agent(), await api.agent(), await api.agent()]
  const administrator = await api.agent({ role: 'ADMIN' })
  const guest = api.guest()
  // A guest has a session because they have asked to come in somewhere.
  const elsewhere = await makeRoom(api, agent.user.id)
  await guest.post(`/rooms/${elsewhere.slug}/join`, { displayName: 'Paul' })
  const browsers: Record<ActorName, TestBrowser> = {
    anonymous: api.guest(),
    guest,
    agent,
    member,
    cohost,
    owner,
    administrator,
  }

  /** A new room of theirs with an open call and somebody in it, and a meeting planned there. */
  async function room() {
    const { prisma } = api.database
    const { id: roomId, slug } = await makeRoom(api, owner.user.id)
    const memberId = crypto.randomUUID()
    await prisma.roomMember.createMany({
      data: [
        { id: memberId, roomId, userId: member.user.id, role: 'member' },
        { roomId, userId: cohost.user.id, role: 'cohost' },
      ],
    })
    const identity = crypto.randomUUID()
    const participant = { id: identity, displayName: 'Paul', sessionHash: '', resumeHash: '' }
    const { id: callId } = await prisma.call.create({
      data: { roomId, openRoomId: roomId, participants: { create: { ...participant, role: 'participant' } } },
    })
    const meetingId = crypto.randomUUID()
    const when = { start: '2030-01-07T09:30', timeZone: 'Europe/Paris', durationMinutes: 60, recurrence: 'FREQ=WEEKLY' }
    const planned = { id: meetingId, uid: meetingId, title: 'Comité', roomId, organizerId: owner.user.id, ...when }
    await prisma.meeting.create({ data: planned })
    return { slug, memberId, callId, identity, meetingId }
  }

  return { browsers, room, emailOfAgent: agent.user.email, agentId: agent.user.id }
}
