import { type ChatMessage, dataTopics } from '@visavis/contracts'
import type { Participant, ChatMessage as Row } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import { placeOf } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { samePerson } from '../../platform/removals.ts'
import { type Sfu, SfuUnavailableError } from '../../platform/sfu.ts'

interface ChatDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly audit: Audit
  /** 0: until the call ends. */
  readonly retentionDays: number
}

interface Draft {
  readonly text: string
  readonly replyToId?: string | undefined
  readonly clientId?: string | undefined
}

const dayMilliseconds = 86_400_000

/** The least UUID version 7 of an instant (RFC 9562, section 5.7): what is older has a smaller one. */
function leastIdOf(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

function toMessage({ authorId, authorName, authorRole, authorVerified, ...row }: Row): ChatMessage {
  return {
    id: row.id,
    author: { identity: authorId, displayName: authorName, role: authorRole, verified: authorVerified },
    text: row.text,
    replyToId: row.replyToId,
    clientId: row.clientId,
    sentAt: row.sentAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  }
}

/** What is written in calls: kept in Postgres, told to all through the SFU; who misses that reads the history. */
export function createChat({ prisma, sfu, audit, retentionDays }: ChatDeps) {
  async function tell(row: Row): Promise<ChatMessage> {
    const message = toMessage(row)
    await sfu.sendData(placeOf(row), dataTopics.chat, message).catch((error: unknown) => {
      if (!(error instanceof SfuUnavailableError)) throw error
    })
    return message
  }

  /** What is written in a breakout is there for who is in it. */
  async function find({ callId, breakoutId }: Participant, id: string): Promise<Row> {
    const row = await prisma.chatMessage.findFirst({ where: { id, callId, breakoutId } })
    if (row === null) throw new ProblemError('not_found')
    return row
  }

  /** Every identity of this person in this call. */
  async function identitiesOf(person: Participant): Promise<string[]> {
    const theirs = { callId: person.callId, ...samePerson(person) }
    return (await prisma.participant.findMany({ where: theirs, select: { id: true } })).map(({ id }) => id)
  }

  return {
    async list(reader: Participant, page: { before?: string | undefined; limit: number }) {
      const { callId, breakoutId } = reader
      const [rows, own] = await Promise.all([
        prisma.chatMessage.findMany({
          where: { callId, breakoutId, ...(page.before !== undefined && { id: { lt: page.before } }) },
          orderBy: { id: 'desc' },
          take: page.limit + 1,
        }),
        identitiesOf(reader),
      ])
      const items = rows.slice(0, page.limit).map(toMessage)
      return { items, nextCursor: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null, own }
    },

    /** Writes it once, however often the same `clientId` comes. */
    async send(author: Participant, { text, replyToId, clientId }: Draft): Promise<ChatMessage> {
      const { callId, breakoutId } = author
      if (replyToId !== undefined) await find(author, replyToId)
      const written = await prisma.chatMessage.createManyAndReturn({
        data: {
          callId,
          breakoutId,
          authorId: author.id,
          authorName: author.displayName,
          authorRole: author.role,
          authorVerified: author.userId !== null,
          text,
          replyToId: replyToId ?? null,
          clientId: clientId ?? null,
        },
        skipDuplicates: true,
      })
      const row =
        written[0] ??
        (await prisma.chatMessage.findFirstOrThrow({ where: { authorId: author.id, clientId: clientId ?? null } }))
      return await tell(row)
    },

    async edit(editor: Participant, id: string, text: string): Promise<ChatMessage> {
      const { authorId } = await find(editor, id)
      if (!(await identitiesOf(editor)).includes(authorId)) throw new ProblemError('forbidden')
      const data = { text, editedAt: new Date() }
      const [row] = await prisma.chatMessage.updateManyAndReturn({ where: { id, deletedAt: null }, data })
      if (row === undefined) throw new ProblemError('not_found')
      return await tell(row)
    },

    /** Deletes one's own; for anybody else's `requireHost` throws unless the caller may. */
    async delete(deleter: Participant, id: string, requireHost: () => Promise<void>): Promise<void> {
      const { callId, authorId } = await find(deleter, id)
      const own = (await identitiesOf(deleter)).includes(authorId)
      if (!own) await requireHost()
      const row = await prisma.$transaction(async (tx) => {
        const [deleted] = await tx.chatMessage.updateManyAndReturn({
          where: { id, deletedAt: null },
          data: { text: '', deletedAt: new Date() },
        })
        if (deleted && !own) {
          const details = { callId, authorId }
          await audit({ action: 'message.deleted', actorId: deleter.userId, subjectId: id, details }, tx)
        }
        return deleted
      })
      if (row) await tell(row)
    },

    /** Deletes the messages whose time is over. */
    async forget(now: Date): Promise<void> {
      const over =
        retentionDays === 0
          ? { call: { endedAt: { not: null } } }
          : { id: { lt: leastIdOf(new Date(now.getTime() - retentionDays * dayMilliseconds)) } }
      await prisma.chatMessage.deleteMany({ where: over })
    },
  }
}

export type Chat = ReturnType<typeof createChat>
