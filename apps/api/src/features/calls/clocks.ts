import { type Clock, type Clocks, clockSchema } from '@visavis/contracts'
import type { Prisma } from '../../platform/database.ts'
import { agendaNow, noAgenda, type StoredAgenda, storedAgendaSchema } from './agenda-clock.ts'

/** Timer and agenda as a call keeps them. */
export interface StoredClocks {
  readonly timer: Clock | null
  readonly agenda: StoredAgenda
}

/** What another version has stored in a way of its own counts as not being there. */
export const parseClocks = (call: { timer: unknown; agenda: unknown }): StoredClocks => ({
  timer: clockSchema.safeParse(call.timer).data ?? null,
  agenda: storedAgendaSchema.safeParse(call.agenda).data ?? noAgenda,
})

/** The database's clock, which is the same for every copy of the API; milliseconds since 1970. */
export async function databaseTime(prisma: Pick<Prisma, '$queryRaw'>): Promise<number> {
  const [row] = await prisma.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
  if (!row) throw new Error('Postgres told no time')
  return row.now.getTime()
}

/** What everybody is told of a call's clocks; undefined where there are none. */
export async function tellClocks(
  prisma: Prisma,
  call: { timer: unknown; agenda: unknown },
): Promise<Clocks | undefined> {
  const { timer, agenda } = parseClocks(call)
  if (timer === null && agenda.edition === 0) return undefined
  const at = new Date(await databaseTime(prisma)).toISOString()
  return { at, timer, agenda: agendaNow(agenda), edition: agenda.edition }
}
