import ICAL from 'ical.js'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { type CalendarMeeting, toCalendar } from './calendar.ts'
import { occurrencesOf } from './occurrences.ts'

const weekly: CalendarMeeting = {
  uid: '0a209da0-0000-4000-8000-000000000001@visio.example',
  sequence: 3,
  title: 'Comité; suivi, « élargi »\\ fin',
  description: 'Première ligne,\nseconde : https://visio.example/abc-defg-hij\n'.padEnd(400, 'é'),
  start: '2026-03-22T09:30',
  timeZone: 'Europe/Paris',
  durationMinutes: 45,
  recurrence: 'FREQ=WEEKLY;COUNT=4',
  exceptions: [
    { recurrenceId: '2026-03-29T09:30', cancelled: true, title: '', start: '2026-03-29T09:30', durationMinutes: 45 },
    {
      recurrenceId: '2026-04-05T09:30',
      cancelled: false,
      title: 'Déplacé',
      start: '2026-04-06T14:00',
      durationMinutes: 90,
    },
  ],
  reminderMinutes: [10, 1440],
  link: 'https://visio.administration-a-nom-long.example/abc-defg-hij',
  organizer: { name: 'Claire, “la cheffe”', email: 'claire@visio.example' },
  attendee: { email: 'paul@example.fr', name: 'Paul Mercier', optional: true, reply: 'pending' },
  cancelled: false,
}
const once: CalendarMeeting = {
  ...weekly,
  recurrence: null,
  exceptions: [],
  timeZone: 'UTC',
  start: '2030-01-07T09:30',
}

const request = (meeting: CalendarMeeting, recurrenceId: string | null = null) =>
  toCalendar('REQUEST', [meeting], { recurrenceId, product: 'Visavis' })
const parse = (file: string) => new ICAL.Component(ICAL.parse(file))

/** What ical.js makes of a file: every date of its events, by its own zones and its own rule. */
function datesByIcalJs(file: string): string[] {
  const calendar = parse(file)
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const [main, ...others] = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  if (main === undefined) throw new Error('no event')
  for (const other of others) main.relateException(other)
  const dates: string[] = []
  const iterator = main.iterator()
  for (let next = iterator.next(); next && dates.length < 50; next = iterator.next()) {
    const { startDate, endDate, item } = main.getOccurrenceDetails(next)
    dates.push([startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString(), item.summary].join(' '))
  }
  return dates.sort()
}

const ours = (meeting: CalendarMeeting) =>
  occurrencesOf(meeting, new Date(0))
    .take(50)
    .map(({ startsAt, endsAt, title }) => [startsAt.toISOString(), endsAt.toISOString(), title].join(' '))
    .toArray()

describe('an invitation, read back by another library', () => {
  it.each([
    ['a weekly one over a clock change, one date cancelled, one moved', weekly],
    ['one that takes place once, in UTC', once],
    [
      'monthly on the 31st',
      { ...weekly, exceptions: [], start: '2026-01-31T10:00', recurrence: 'FREQ=MONTHLY;COUNT=5' },
    ],
    [
      'the last working day of a month',
      {
        ...weekly,
        exceptions: [],
        start: '2026-01-30T16:00',
        recurrence: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=6',
      },
    ],
    [
      'until a day, beyond the sea',
      { ...weekly, exceptions: [], timeZone: 'America/Guadeloupe', recurrence: 'FREQ=DAILY;UNTIL=20260330T035959Z' },
    ],
    [
      'in New York, over two changes',
      { ...weekly, exceptions: [], timeZone: 'America/New_York', recurrence: 'FREQ=MONTHLY;COUNT=9' },
    ],
  ])('%s has the same dates', (_, meeting) => {
    expect(ours(meeting).length).toBeGreaterThan(0)
    expect(datesByIcalJs(request(meeting))).toEqual(ours(meeting).sort())
  })

  it('says who asks whom, by which method, and how to come', () => {
    const calendar = parse(request(weekly))
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    const [event] = calendar.getAllSubcomponents('vevent')
    const value = (name: string) => event?.getFirstPropertyValue(name)
    expect(value('uid')).toBe(weekly.uid)
    expect(value('sequence')).toBe(3)
    expect(value('summary')).toBe(weekly.title)
    expect(value('description')).toBe(weekly.description)
    expect(value('organizer')?.toString().toLowerCase()).toBe('mailto:claire@visio.example')
    expect(value('conference')).toBe(weekly.link)
    expect(event?.getFirstProperty('conference')?.getParameter('feature')).toBe('AUDIO,VIDEO,SCREEN')
    const attendee = event?.getFirstProperty('attendee')
    expect(attendee?.getFirstValue()?.toString().toLowerCase()).toBe('mailto:paul@example.fr')
    expect(['cn', 'partstat', 'role', 'rsvp'].map((name) => attendee?.getFirstParameter(name))).toEqual([
      'Paul Mercier',
      'NEEDS-ACTION',
      'OPT-PARTICIPANT',
      'TRUE',
    ])
    const alarms = event?.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')))
    expect(alarms).toEqual(['-PT10M', '-P1D'])
  })

  it('has lines of 75 bytes at the most, and ends them as RFC 5545 says', () => {
    const file = request(weekly)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('of one date has that date alone, and cancels it alone', () => {
    const moved = convertIcsCalendar(undefined, request(weekly, '2026-04-05T09:30'))
    expect(moved.events).toHaveLength(1)
    expect(moved.events?.[0]).toMatchObject({ summary: 'Déplacé', uid: weekly.uid, sequence: 3 })
    expect(moved.events?.[0]?.recurrenceId?.value.date.toISOString()).toBe('2026-04-05T07:30:00.000Z')
    expect(moved.events?.[0]?.start.date.toISOString()).toBe('2026-04-06T12:00:00.000Z')
    expect(moved.events?.[0]?.recurrenceRule).toBeUndefined()
    const off = toCalendar('CANCEL', [weekly], { recurrenceId: '2026-03-29T09:30', product: 'Visavis' })
    const [event, another] = parse(off).getAllSubcomponents('vevent')
    expect(another).toBeUndefined()
    expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(String(event?.getFirstPropertyValue('recurrence-id'))).toBe('2026-03-29T09:30:00')
  })

  it('is read the same by a second library', () => {
    const { method, events, timezones } = convertIcsCalendar(undefined, request(weekly))
    expect(method).toBe('REQUEST')
    expect(timezones?.map(({ id }) => id)).toEqual(['Europe/Paris'])
    expect(events?.map(({ summary }) => summary)).toEqual([weekly.title, 'Déplacé'])
    expect(events?.[0]).toMatchObject({
      description: weekly.description,
      recurrenceRule: { frequency: 'WEEKLY', count: 4 },
    })
    expect(events?.[0]?.start.date.toISOString()).toBe('2026-03-22T08:30:00.000Z')
    // It leaves line breaks behind a value that was folded.
    expect(events?.[0]?.attendees?.map(({ email }) => email.trim())).toEqual(['paul@example.fr'])
    expect(events?.[0]?.exceptionDates?.map(({ date }) => date.toISOString())).toEqual(['2026-03-29T07:30:00.000Z'])
  })

  it('cannot be made to say more than a value', () => {
    const evil = { ...weekly, title: 'x\r\nATTENDEE:mailto:all@example.fr', description: 'END:VEVENT\r\nBEGIN:VEVENT' }
    const name = 'P\r\nX-EVIL:1";CN=y'
    const file = request({ ...evil, attendee: { email: 'paul@example.fr', name, optional: false, reply: 'pending' } })
    const events = parse(file).getAllSubcomponents('vevent')
    expect(events).toHaveLength(2)
    expect(events[0]?.getAllProperties('attendee')).toHaveLength(1)
    expect(events[0]?.getAllProperties('x-evil')).toEqual([])
  })
})
