import type { Meeting, MeetingException } from '../../generated/prisma/client.ts'
import { instantOf } from '../../platform/wall-time.ts'
import { datesOf, lastDateOf, type Rule } from './recurrence.ts'

/** What is needed of a meeting to tell its dates. */
export type Planned = Pick<Meeting, 'title' | 'start' | 'timeZone' | 'durationMinutes' | 'recurrence'> & {
  readonly exceptions: readonly Omit<MeetingException, 'meetingId'>[]
}

/** One date of a meeting as it takes place. */
export interface PlannedDate {
  readonly recurrenceId: string
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date
}

const after = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000)
const byStart = (one: PlannedDate, other: PlannedDate) => one.startsAt.getTime() - other.startsAt.getTime()

/** The rule of a meeting that takes place more than once. */
export const ruleOf = ({ start, timeZone, recurrence }: Omit<Planned, 'exceptions'>): Rule | null =>
  recurrence === null ? null : { start, timeZone, recurrence }

function* regular(meeting: Planned, from: Date): Generator<PlannedDate, void> {
  const { title, timeZone, durationMinutes } = meeting
  const dated = (recurrenceId: string, startsAt: Date) => ({
    recurrenceId,
    title,
    startsAt,
    endsAt: after(startsAt, durationMinutes),
  })
  const rule = ruleOf(meeting)
  if (rule === null) {
    const only = dated(meeting.start, instantOf(meeting.start, timeZone))
    if (only.endsAt > from) yield only
    return
  }
  const otherwise = new Set(meeting.exceptions.map(({ recurrenceId }) => recurrenceId))
  const earliest = new Date(from.getTime() - durationMinutes * 60_000 + 1)
  for (const { recurrenceId, startsAt } of datesOf(rule, earliest))
    if (!otherwise.has(recurrenceId)) yield dated(recurrenceId, startsAt)
}

const moved = ({ exceptions, timeZone }: Planned): PlannedDate[] =>
  exceptions
    .filter(({ cancelled }) => !cancelled)
    .map(({ recurrenceId, title, start, durationMinutes }) => {
      const startsAt = instantOf(start, timeZone)
      return { recurrenceId, title, startsAt, endsAt: after(startsAt, durationMinutes) }
    })

/** The dates of a meeting that end after `from`, in the order in which they take place, each worked out when asked for. */
export function* occurrencesOf(meeting: Planned, from: Date): Generator<PlannedDate, void> {
  const waiting = moved(meeting)
    .filter(({ endsAt }) => endsAt > from)
    .sort(byStart)
  for (const date of regular(meeting, from)) {
    while (waiting[0] && byStart(waiting[0], date) <= 0) yield waiting.shift() as PlannedDate
    yield date
  }
  yield* waiting
}

/** The columns that say which date is next, or going on. */
export function nextDateOf(meeting: Planned, now: Date): { nextStartsAt: Date | null; nextEndsAt: Date | null } {
  const [next] = occurrencesOf(meeting, now).take(1)
  return { nextStartsAt: next?.startsAt ?? null, nextEndsAt: next?.endsAt ?? null }
}

/** When the last date ends, be it moved or cancelled; null where there is no last one. */
export function lastEndOf(meeting: Planned): Date | null {
  const rule = ruleOf(meeting)
  const last = rule === null ? instantOf(meeting.start, meeting.timeZone) : lastDateOf(rule)
  if (last === null) return null
  const ends = [after(last, meeting.durationMinutes), ...moved(meeting).map(({ endsAt }) => endsAt)]
  return new Date(Math.max(...ends.map((end) => end.getTime())))
}
