import type { MeetingChange } from '@visavis/contracts'
import type { Meeting } from '../../generated/prisma/client.ts'
import { ProblemError } from '../../platform/problems.ts'
import { checkWallTime } from '../../platform/wall-time.ts'
import { faultOf } from './recurrence.ts'

/** What a change may set besides who is invited. */
const changeable = [
  'title',
  'description',
  'agenda',
  'start',
  'timeZone',
  'durationMinutes',
  'recurrence',
  'reminderMinutes',
] as const
type Changeable = Pick<Meeting, (typeof changeable)[number]>

/** What the rule's dates follow from: where one of these changes, single dates that differed are dates no longer. */
const rhythmic: readonly string[] = ['start', 'timeZone', 'recurrence']
/** What those invited need not be told: it is for calendars alone. */
const unspoken: readonly string[] = ['reminderMinutes']

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Which of the fields that a change sets differ from what is stored. */
function differing(meeting: Changeable, change: Omit<MeetingChange, 'version'>): (typeof changeable)[number][] {
  return changeable.filter((field) => change[field] !== undefined && !same(change[field], meeting[field]))
}

/** What a change does to a meeting, and whether those invited are told and single dates are as the rule says again. */
export function planChange(meeting: Meeting, change: Omit<MeetingChange, 'version'>) {
  const fields = differing(meeting, change)
  return {
    data: Object.fromEntries(fields.map((field) => [field, change[field]])) as Partial<Changeable>,
    fields,
    told: fields.some((field) => !unspoken.includes(field)),
    newRhythm: fields.some((field) => rhythmic.includes(field)),
  }
}

/**
 * Refuses a change that was made from another version than the present one.
 * @throws {ProblemError} `conflict`; its fields are those that the change would overwrite, each with what is there now.
 */
export function checkVersion(meeting: Meeting, { version, ...change }: MeetingChange): void {
  if (version === meeting.version) return
  const fields = differing(meeting, change).map((field) => ({
    path: `body.${field}`,
    message: typeof meeting[field] === 'string' ? meeting[field] : JSON.stringify(meeting[field]),
  }))
  throw new ProblemError('conflict', { title: 'Somebody else has changed this meeting meanwhile.', fields })
}

/** @throws {ProblemError} `invalid_request` for a date, a zone or a rule that calendars do not know. */
export function checkWhen(when: { start: string; timeZone: string; recurrence: string | null }): void {
  checkWallTime(when)
  const { recurrence } = when
  const fault = recurrence === null ? null : faultOf({ ...when, recurrence })
  if (fault === null) return
  throw new ProblemError('invalid_request', { fields: [{ path: 'body.recurrence', message: fault }] })
}
