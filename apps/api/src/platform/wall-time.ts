import { Temporal } from 'temporal-polyfill'
import { ProblemError } from './problems.ts'

/** Whether the IANA database has this zone. */
export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

/** Whether a wall time is one that calendars have: not 30 February. */
export function isWallTime(wall: string): boolean {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' }) !== null
  } catch {
    return false
  }
}

/**
 * The instant of a wall time in a zone. One that a clock change skips is as long after the change as it would have been,
 * of one that comes twice it is the first (RFC 5545, section 3.3.5).
 */
export const instantOf = (wall: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds)

/** What clocks on the wall of a zone show at an instant, to the minute. */
export const wallTimeOf = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/** @throws {ProblemError} `invalid_request` naming the field of the body that is no wall time or no zone. */
export function checkWallTime({
  start,
  timeZone,
}: {
  start?: string | undefined
  timeZone?: string | undefined
}): void {
  const fields = [
    ...(start !== undefined && !isWallTime(start)
      ? [{ path: 'body.start', message: 'is no date of the calendar' }]
      : []),
    ...(timeZone !== undefined && !isTimeZone(timeZone)
      ? [{ path: 'body.timeZone', message: 'is no zone of the IANA database, such as Europe/Paris' }]
      : []),
  ]
  if (fields.length > 0) throw new ProblemError('invalid_request', { fields })
}
