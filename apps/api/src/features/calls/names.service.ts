import { dataTopics, type ModerationNews } from '@visavis/contracts'
import { type Participant, Prisma as Sql } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import { placeOf } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import { nameKey, nameWithoutNumber, numberedName } from '../../platform/name-keys.ts'
import { isAgentsName } from '../../platform/namesakes.ts'
import { ProblemError } from '../../platform/problems.ts'
import { samePerson } from '../../platform/removals.ts'
import { type Sfu, SfuUnavailableError } from '../../platform/sfu.ts'
import { findInCall } from './find-in-call.ts'
import type { Actor } from './stops.service.ts'

interface NamesDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly audit: Audit
}

type Transaction = Sql.TransactionClient

/** Where the SFU is away, whoever comes back is shown by the right name then. */
async function orLater(telling: Promise<void>): Promise<void> {
  await telling.catch((error: unknown) => {
    if (!(error instanceof SfuUnavailableError)) throw error
  })
}

const isNamesake = Sql.raw(isAgentsName('asked.key', { roomId: 'c."roomId"', callId: 'c.id' }))

/** By what names guests are shown in a call, after they came in: features/join gives the first ones. */
export function createNames({ prisma, sfu, audit }: NamesDeps) {
  async function show(participants: readonly Participant[]): Promise<void> {
    const there = participants.filter(({ leftAt, removedAt }) => leftAt === null && removedAt === null)
    await Promise.all(
      there.map((participant) => orLater(sfu.setName(placeOf(participant), participant.id, participant))),
    )
  }

  /** Has whoever else comes by these names wait; in one order, or two who swap names would wait for each other. */
  async function takeTurns(tx: Transaction, callId: string, ...keys: readonly string[]) {
    return await tx.$queryRaw<{ agents: number; guests: number }[]>`
      select agents, guests from "CallName" where "callId" = ${callId}::uuid and "nameKey" in (${Sql.join([...keys])})
      order by "nameKey" for update`
  }

  /** The number of a name that a guest takes in a call, and whether it is an agent's. */
  async function take(tx: Transaction, guest: Participant, key: string) {
    const { callId } = guest
    const had = { callId, nameKey: key, ...samePerson(guest) }
    const known = await tx.participant.findFirst({ where: had, orderBy: { admittedAt: 'desc' } })
    const [row] = known
      ? [{ order: known.nameOrder }]
      : await tx.$queryRaw<{ order: number }[]>`
          insert into "CallName" ("callId", "nameKey", agents, guests) values (${callId}::uuid, ${key}, 0, 1)
          on conflict ("callId", "nameKey") do update set guests = greatest("CallName".guests, "CallName".agents) + 1
          returning guests as "order"`
    const [found] = await tx.$queryRaw<{ namesake: boolean }[]>`
      select ${isNamesake} as namesake from "Call" c, (select ${key}::text as key) asked where c.id = ${callId}::uuid`
    return { nameOrder: row?.order ?? 1, namesake: found?.namesake === true }
  }

  return {
    /** Gives a guest another name, in every tab of their browser. What a host has given holds for their next joins too. */
    async rename(callId: string, identity: string, name: string, host: Actor | null): Promise<string> {
      const guest = await findInCall(prisma, callId, identity)
      if (guest.userId !== null)
        throw new ProblemError('conflict', { title: 'An agent is named by the identity provider.' })
      const [base, key] = [nameWithoutNumber(name), nameKey(name)]
      const theirs = { callId, ...samePerson(guest) }
      const renamed = await prisma.$transaction(async (tx) => {
        await takeTurns(tx, callId, guest.nameKey, key)
        const taken = await take(tx, guest, key)
        await tx.participant.updateMany({ where: { ...theirs, namedByHost: true }, data: { namedByHost: false } })
        const data = { ...taken, nameKey: key, displayName: numberedName(base, taken.nameOrder) }
        const actorId = host?.id ?? null
        await audit({ action: 'participant.renamed', actorId, subjectId: identity, details: { callId } }, tx)
        const renamed = await tx.participant.updateManyAndReturn({
          where: { ...theirs, leftAt: null, removedAt: null },
          data: { ...data, namedByHost: host !== null },
        })
        const free = { callId, nameKey: guest.nameKey }
        if ((await tx.participant.count({ where: free })) === 0) await tx.callName.deleteMany({ where: free })
        return renamed
      })
      await show(renamed)
      const displayName = renamed[0]?.displayName ?? base
      const news: ModerationNews = { kind: 'renamed', displayName, by: host?.identity ?? null }
      if (host) await orLater(sfu.sendData(placeOf(guest), dataTopics.moderation, news, [identity]))
      return displayName
    },

    /** An agent has come whose name guests of the call have: those are marked, and give up the number that is the agent's. */
    async yieldTo(callId: string, agentName: string): Promise<void> {
      const key = nameKey(agentName)
      const named = { callId, nameKey: key }
      const marked = await prisma.$transaction(async (tx) => {
        const [count] = await takeTurns(tx, callId, key)
        const guests = { ...named, userId: null }
        if (count === undefined) return []
        const before = { ...guests, nameOrder: { lte: count.agents } }
        const displaced = await tx.participant.findMany({ where: before, orderBy: { nameOrder: 'asc' } })
        let last = Math.max(count.guests, count.agents)
        const orders = new Map(displaced.map(({ sessionHash }) => [sessionHash, 0]))
        for (const sessionHash of orders.keys()) orders.set(sessionHash, ++last)
        for (const { id, sessionHash, displayName } of displaced) {
          const nameOrder = orders.get(sessionHash) ?? last
          const data = { nameOrder, displayName: numberedName(nameWithoutNumber(displayName), nameOrder) }
          await tx.participant.update({ where: { id }, data })
        }
        await tx.callName.update({ where: { callId_nameKey: named }, data: { guests: last } })
        const changed = { ...guests, OR: [{ namesake: false }, { id: { in: displaced.map(({ id }) => id) } }] }
        return await tx.participant.updateManyAndReturn({ where: changed, data: { namesake: true } })
      })
      await show(marked)
    },
  }
}

export type Names = ReturnType<typeof createNames>
