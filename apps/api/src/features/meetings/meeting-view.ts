import { type Meeting as MeetingView, plannedItemSchema, type RoomRole } from '@visavis/contracts'
import { z } from 'zod'
import type { User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { occurrencesOf } from './occurrences.ts'

const datesShown = 10
const agendaSchema = z.array(plannedItemSchema)

/** What the agent may see of a meeting, and what they are to it. Throws `forbidden` when it is gone. */
export function createMeetingView(prisma: Prisma) {
  return async (id: string, agent: User): Promise<MeetingView> => {
    const meeting = await prisma.meeting.findUnique({
      where: { id },
      include: {
        exceptions: { orderBy: { recurrenceId: 'asc' } },
        invitees: { where: { removedAt: null }, orderBy: { email: 'asc' } },
        organizer: { select: { displayName: true } },
        room: {
          select: { slug: true, name: true, ownerId: true, members: { where: { userId: agent.id } } },
        },
      },
    })
    if (!meeting?.room || !meeting.organizer) throw new ProblemError('forbidden')
    const { room, invitees, organizer } = meeting
    const roomRole: RoomRole | null = room.ownerId === agent.id ? 'owner' : (room.members[0]?.role ?? null)
    const hosts = roomRole === 'owner' || roomRole === 'cohost'
    const own = invitees.find(({ email }) => email === agent.email)
    return {
      id,
      version: meeting.version,
      cancelled: meeting.cancelledAt !== null,
      title: meeting.title,
      description: meeting.description,
      agenda: agendaSchema.catch([]).parse(meeting.agenda),
      start: meeting.start,
      timeZone: meeting.timeZone,
      durationMinutes: meeting.durationMinutes,
      recurrence: meeting.recurrence,
      reminderMinutes: meeting.reminderMinutes,
      room: { slug: room.slug, name: room.name, role: roomRole },
      organizerName: organizer.displayName,
      role: meeting.organizerId === agent.id ? 'organizer' : hosts ? 'host' : 'invitee',
      reply: own?.reply ?? null,
      invitees: hosts
        ? invitees.map(({ email, name, cohost, optional, reply, repliedAt, refusedAt }) => ({
            email,
            name,
            cohost,
            optional,
            reply,
            repliedAt: repliedAt?.toISOString() ?? null,
            undeliverable: refusedAt !== null,
          }))
        : null,
      exceptions: meeting.exceptions,
      next:
        meeting.cancelledAt !== null
          ? []
          : occurrencesOf(meeting, new Date())
              .take(datesShown)
              .map(({ recurrenceId, startsAt, endsAt }) => ({
                recurrenceId,
                startsAt: startsAt.toISOString(),
                endsAt: endsAt.toISOString(),
              }))
              .toArray(),
    }
  }
}
