import type { AgentSession } from '@visavis/contracts'
import type { User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import type { PersonKey } from '../../platform/person-keys.ts'

export interface ExportDeps {
  readonly prisma: Prisma
  readonly personKey: PersonKey
  /** Co-hosts and members of a room as its owner may see them. */
  listMembers(roomId: string): Promise<unknown[]>
  listSessions(agentId: string): Promise<AgentSession[]>
}

/** How many rows are in memory at a time. */
const batch = 500

/** All rows of a query, a batch at a time, in the order of their ids. */
async function* inBatches<Row extends { id: string }>(next: (page: object) => Promise<Row[]>): AsyncGenerator<Row> {
  for (let after: string | undefined; ; ) {
    const page = { take: batch, orderBy: { id: 'asc' }, ...(after !== undefined && { cursor: { id: after }, skip: 1 }) }
    const rows = await next(page)
    yield* rows
    after = rows.at(-1)?.id
    if (rows.length < batch) return
  }
}

const roomColumns = { select: { slug: true, name: true } } as const

/** Lists of an export, by name: what is stored about one agent, and what they may read anyway of what is theirs. */
export function exportParts({ prisma, personKey, listMembers, listSessions }: ExportDeps, { id: userId, email }: User) {
  const wasThere = { call: { participants: { some: { userId } } } }
  const keyOf = (thingId: string) => personKey(thingId, { userId, sessionHash: '' })

  async function* rooms() {
    const owned = inBatches((page) => prisma.room.findMany({ where: { ownerId: userId }, ...page }))
    for await (const { id, ownerId: _, ...room } of owned) yield { ...room, members: await listMembers(id) }
  }

  async function* memberships() {
    const where = { userId }
    const include = { room: roomColumns }
    const own = inBatches((page) => prisma.roomMember.findMany({ where, include, ...page }))
    for await (const { room, role, createdAt } of own) yield { room, role, createdAt }
  }

  async function* participations() {
    const include = { call: { select: { startedAt: true, endedAt: true, room: roomColumns } } }
    const own = inBatches((page) => prisma.participant.findMany({ where: { userId }, include, ...page }))
    for await (const {
      userId: _,
      resumeHash: _secret,
      sessionHash: _session,
      sfuSid: _sfu,
      nameKey: _key,
      ...row
    } of own)
      yield row
  }

  async function* messages() {
    const own = inBatches((page) => prisma.participant.findMany({ where: { userId }, select: { id: true }, ...page }))
    for await (const { id: authorId } of own)
      yield* inBatches((page) => prisma.chatMessage.findMany({ where: { authorId }, ...page }))
  }

  async function* pollVotes() {
    const polls = inBatches((page) => prisma.poll.findMany({ where: wasThere, ...page }))
    for await (const { id: pollId, question, options, secret } of polls) {
      const vote = await prisma.pollVote.findUnique({ where: { pollId_voter: { pollId, voter: keyOf(pollId) } } })
      if (vote === null) continue
      const choices = secret ? null : vote.choices.map((choice) => options[choice])
      yield { pollId, question, name: vote.name, choices, text: vote.text }
    }
  }

  async function* questions() {
    const asked = inBatches((page) => prisma.question.findMany({ where: wasThere, ...page }))
    // Also those that were asked anonymously: to their author they are known for their own.
    for await (const { author, ...question } of asked) if (author === keyOf(question.id)) yield question
  }

  async function* requestsToEnter() {
    const include = { room: roomColumns }
    const own = inBatches((page) => prisma.lobbyEntry.findMany({ where: { userId }, include, ...page }))
    for await (const { displayName, state, requestedAt, decidedAt, room } of own)
      yield { displayName, state, requestedAt, decidedAt, room }
  }

  async function* bans() {
    const include = { room: roomColumns }
    const own = inBatches((page) => prisma.roomBan.findMany({ where: { userId }, include, ...page }))
    for await (const { displayName, bannedAt, room } of own) yield { displayName, bannedAt, room }
  }

  async function* reports() {
    const made = inBatches((page) => prisma.report.findMany({ where: { reporterUserId: userId }, ...page }))
    // Whom it was about has an account of their own to ask.
    for await (const { subjectUserId: _, ...report } of made) yield report
  }

  async function* sessions() {
    // The handle would let whoever has the file end them.
    for (const { handle: _, current: _here, ...session } of await listSessions(userId)) yield session
  }

  async function* meetings() {
    const include = { room: roomColumns, exceptions: true, invitees: true }
    const own = inBatches((page) => prisma.meeting.findMany({ where: { organizerId: userId }, include, ...page }))
    for await (const { organizerId: _, ...meeting } of own) yield meeting
  }

  async function* invitations() {
    const include = {
      meeting: { select: { title: true, start: true, timeZone: true, recurrence: true, room: roomColumns } },
    }
    const own = inBatches((page) => prisma.invitee.findMany({ where: { email }, include, ...page }))
    for await (const { name, cohost, optional, reply, repliedAt, meeting } of own)
      yield { name, cohost, optional, reply, repliedAt, meeting }
  }

  async function* calendars() {
    const feed = await prisma.calendarFeed.findUnique({ where: { userId } })
    if (feed !== null) yield { createdAt: feed.createdAt }
  }

  const auditEvents = () => inBatches((page) => prisma.auditEvent.findMany({ where: { actorId: userId }, ...page }))

  return {
    rooms,
    memberships,
    participations,
    messages,
    pollVotes,
    questions,
    requestsToEnter,
    bans,
    reports,
    sessions,
    meetings,
    invitations,
    calendars,
    auditEvents,
  }
}
