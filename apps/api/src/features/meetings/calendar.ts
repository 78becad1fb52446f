import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { tzlib_get_ical_block as timeZoneBlock } from 'timezones-ical-library'
import type { MeetingException, MeetingReply } from '../../generated/prisma/client.ts'

/** Whom an invitation is for. */
export interface Attendee {
  readonly email: string
  readonly name: string | null
  readonly optional: boolean
  readonly reply: MeetingReply
}

/** A meeting as calendars take it. */
export interface CalendarMeeting {
  readonly uid: string
  readonly sequence: number
  readonly title: string
  /** All that is to be read: what it is about, how to come. */
  readonly description: string
  readonly start: string
  readonly timeZone: string
  readonly durationMinutes: number
  readonly recurrence: string | null
  readonly exceptions: readonly Omit<MeetingException, 'meetingId'>[]
  readonly reminderMinutes: readonly number[]
  /** Where it takes place. */
  readonly link: string
  /** Null of whom there is no account any more. */
  readonly organizer: { readonly name: string; readonly email: string } | null
  /** Null in one's own calendar. */
  readonly attendee: Attendee | null
  readonly cancelled: boolean
}

const statuses: Record<MeetingReply, ICalAttendeeStatus> = {
  pending: ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  tentative: ICalAttendeeStatus.TENTATIVE,
  declined: ICalAttendeeStatus.DECLINED,
}

// Programs know UTC without being told its rules. A zone that is another name of one is told by that one's, as its own.
const blockOf = (timeZone: string) =>
  ([timeZoneBlock(timeZone)].flat()[0] ?? '').replace(/^TZID:.*$/m, `TZID:${timeZone}`)
const hasBlock = (timeZone: string) => blockOf(timeZone).startsWith('BEGIN:VTIMEZONE')

const at = (wall: string, timeZone: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone)
const compact = (wall: string) => `${wall.replaceAll(/[-:]/g, '')}00`

/** The rule, and the dates of it that do not take place; iCalendar's lists are of lines. */
function repeating({ recurrence, exceptions, timeZone }: CalendarMeeting): string | null {
  if (recurrence === null) return null
  const cancelled = exceptions.filter((exception) => exception.cancelled).map(({ recurrenceId }) => recurrenceId)
  const without = hasBlock(timeZone)
    ? cancelled.map((date) => `EXDATE;TZID=${timeZone}:${compact(date)}`)
    : cancelled.map((date) => `EXDATE:${at(date, timeZone).toInstant().toString().replaceAll(/[-:]/g, '')}`)
  return [`RRULE:${recurrence}`, ...without].join('\r\n')
}

function eventOf(meeting: CalendarMeeting, exception?: CalendarMeeting['exceptions'][number]): ICalEventData {
  const { timeZone, attendee, organizer } = meeting
  const { title, start, durationMinutes } = exception ?? meeting
  const from = at(start, timeZone)
  const cancelled = meeting.cancelled || exception?.cancelled === true
  return {
    id: meeting.uid,
    sequence: meeting.sequence,
    stamp: new Date(),
    start: from,
    end: from.add({ minutes: durationMinutes }),
    timezone: hasBlock(timeZone) ? timeZone : null,
    summary: title,
    description: meeting.description,
    location: meeting.link,
    url: meeting.link,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer,
    ...(exception === undefined
      ? { repeating: repeating(meeting) }
      : { recurrenceId: at(exception.recurrenceId, timeZone) }),
    alarms: cancelled
      ? []
      : meeting.reminderMinutes.map((minutes) => ({
          type: ICalAlarmType.display,
          trigger: minutes * 60,
          description: title,
        })),
    attendees:
      attendee === null
        ? []
        : [
            {
              email: attendee.email,
              name: attendee.name ?? attendee.email,
              role: attendee.optional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
              status: statuses[attendee.reply],
              rsvp: attendee.reply === 'pending',
            },
          ],
  }
}

// RFC 7986, section 5.11, which the library does not write.
const conferenceOf = (link: string) =>
  `CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO,SCREEN:${link}`.replaceAll(/.{74}(?=.)/g, '$&\r\n ')

/** Adds how to come to each event: programs that know of it show a button. */
function withConferences(calendar: ICalCalendar, link: (uid: string) => string | undefined): string {
  return calendar.toString().replaceAll(/^UID:(.*)\r\n/gm, (line, uid: string) => {
    const to = link(uid)
    return to === undefined ? line : `${line}${conferenceOf(to)}\r\n`
  })
}

/**
 * Meetings as an iCalendar file (RFC 5545; as a message RFC 5546). `recurrenceId`: only what is different on this date of
 * the one meeting.
 */
export function toCalendar(
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH',
  meetings: readonly CalendarMeeting[],
  options: { name?: string; recurrenceId?: string | null; product: string } = { product: 'Visavis' },
): string {
  const { name, recurrenceId = null, product } = options
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: product, product, language: 'EN' },
    timezone: { name: null, generator: (zone) => (hasBlock(zone) ? blockOf(zone) : null) },
    ...(name !== undefined && { name }),
  })
  for (const meeting of meetings) {
    if (recurrenceId === null) calendar.createEvent(eventOf(meeting))
    for (const exception of meeting.exceptions) {
      const isWanted = recurrenceId === null ? !exception.cancelled : exception.recurrenceId === recurrenceId
      if (isWanted) calendar.createEvent(eventOf(meeting, exception))
    }
  }
  const links = new Map(meetings.map(({ uid, link }) => [uid, link]))
  return withConferences(calendar, (uid) => links.get(uid))
}
