import { RRuleTemporal } from 'rrule-temporal'
import { wallTimeOf } from '../../platform/wall-time.ts'

/** A first date and the rule of all others. */
export interface Rule {
  readonly start: string
  readonly timeZone: string
  readonly recurrence: string
}

export interface RuleDate {
  /** On the wall: what the date is called by. */
  readonly recurrenceId: string
  readonly startsAt: Date
}

/** More dates than a weekly meeting has in a century. */
const mostDates = 10_000
// What more than one date a day takes, and what other calendars than the Gregorian one do.
const allowed = /^(?:FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYYEARDAY|BYWEEKNO|WKST)=/

const ofIcs = ({ start, timeZone, recurrence }: Rule) =>
  `DTSTART;TZID=${timeZone}:${start.replaceAll(/[-:]/g, '')}00\nRRULE:${recurrence}`

// The limit is on periods that are looked at, with or without a date in them.
const parse = (rule: Rule) =>
  new RRuleTemporal({ rruleString: ofIcs(rule), maxIterations: mostDates + 1, cache: false })

/**
 * The dates of a rule that begin at `from` or later, one by one: each is worked out when it is asked for, so that a rule
 * without end costs no more than is taken of it. A rule that finds none for 10,000 periods has none.
 */
export function* datesOf(rule: Rule, from: Date): Generator<RuleDate, void> {
  const parsed = parse(rule)
  let after = from
  for (let inclusive = true; ; inclusive = false) {
    const next = nextOf(parsed, after, inclusive)
    if (next === null) return
    yield { recurrenceId: wallTimeOf(next, rule.timeZone), startsAt: next }
    after = next
  }
}

function nextOf(parsed: RRuleTemporal, after: Date, inclusive: boolean): Date | null {
  try {
    const next = parsed.next(after, inclusive)
    return next === null ? null : new Date(next.epochMilliseconds)
  } catch {
    return null
  }
}

/** When the last date of a rule begins; null where there is no last one. */
export function lastDateOf(rule: Rule): Date | null {
  if (!/;(?:COUNT|UNTIL)=/.test(rule.recurrence)) return null
  const last = parse(rule).previous(new Date('9999-01-01T00:00:00Z'))
  return last === null ? null : new Date(last.epochMilliseconds)
}

/** Whether a rule has a date called so. */
export function hasDate(rule: Rule, recurrenceId: string, startsAt: Date): boolean {
  const [found] = datesOf(rule, startsAt).take(1)
  return found?.recurrenceId === recurrenceId
}

/** Why a rule cannot be a meeting's; null: it can. Its first date must be the meeting's start. */
export function faultOf(rule: Rule): string | null {
  const parts = rule.recurrence.split(';')
  const names = parts.map((part) => part.split('=', 1)[0])
  if (new Set(names).size < names.length) return 'says something twice'
  const unknown = parts.find((part) => !allowed.test(part))
  if (unknown !== undefined)
    return `must not have ${unknown.split('=', 1)[0]}: a meeting takes place once a day at most`
  const count = Number(/;COUNT=(\d+)/.exec(rule.recurrence)?.[1] ?? 1)
  if (count > mostDates) return `must not have more than ${mostDates} dates`
  if (/;COUNT=/.test(rule.recurrence) && /;UNTIL=/.test(rule.recurrence)) return 'must have COUNT or UNTIL, not both'
  try {
    parse(rule)
  } catch {
    return 'is no rule of RFC 5545'
  }
  const [first] = datesOf(rule, new Date(0)).take(1)
  if (first === undefined) return 'has no dates'
  return first.recurrenceId === rule.start ? null : `must begin with the start: its first date is ${first.recurrenceId}`
}
