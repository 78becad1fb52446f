import { createHash, randomBytes } from 'node:crypto'
import type { User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { toCalendar } from './calendar.ts'

const dayMilliseconds = 86_400_000
/** How much of what is over a subscribed calendar goes on showing. */
const pastDays = 90
const mostMeetings = 2000

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

interface Deps {
  readonly prisma: Prisma
  readonly publicUrl: URL
  readonly productName: string
}

/** The calendar of an agent's meetings that other programs subscribe to by a secret address. */
export function createFeed({ prisma, publicUrl, productName }: Deps) {
  async function since(userId: string): Promise<Date | null> {
    return (await prisma.calendarFeed.findUnique({ where: { userId } }))?.createdAt ?? null
  }

  /** Makes the address anew and returns its secret, of which a hash is kept. */
  async function renew(userId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const data = { tokenHash: hashOf(token), createdAt: new Date() }
    await prisma.calendarFeed.upsert({ where: { userId }, create: { userId, ...data }, update: data })
    return token
  }

  const remove = (userId: string) => prisma.calendarFeed.deleteMany({ where: { userId } })

  async function ownerOf(token: string): Promise<User | null> {
    const feed = await prisma.calendarFeed.findUnique({
      where: { tokenHash: hashOf(token) },
      include: { user: true },
    })
    return feed === null || feed.user.disabledAt !== null ? null : feed.user
  }

  /** The file; null for an address that is none. What one has declined, and what was cancelled, is not in it. */
  async function read(token: string): Promise<string | null> {
    const agent = await ownerOf(token)
    if (agent === null) return null
    const own = { some: { email: agent.email, removedAt: null, reply: { not: 'declined' as const } } }
    const recent = {
      OR: [{ lastEndsAt: null }, { lastEndsAt: { gt: new Date(Date.now() - pastDays * dayMilliseconds) } }],
    }
    const meetings = await prisma.meeting.findMany({
      where: { cancelledAt: null, AND: [recent, { OR: [{ organizerId: agent.id }, { invitees: own }] }] },
      include: { exceptions: true, room: true, organizer: true },
      orderBy: { nextStartsAt: 'asc' },
      take: mostMeetings,
    })
    const events = meetings.map(({ organizer, room, ...meeting }) => ({
      ...meeting,
      link: new URL(`/${room?.slug ?? ''}`, publicUrl).href,
      organizer: organizer && { name: organizer.displayName, email: organizer.email },
      attendee: null,
      cancelled: false,
    }))
    return toCalendar('PUBLISH', events, { name: productName, product: productName })
  }

  return { since, renew, remove, read }
}

export type Feed = ReturnType<typeof createFeed>
