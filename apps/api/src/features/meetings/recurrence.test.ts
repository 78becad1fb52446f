import { describe, expect, it } from 'vitest'
import { instantOf } from '../../platform/wall-time.ts'
import { datesOf, faultOf, hasDate, lastDateOf } from './recurrence.ts'

const paris = (start: string, recurrence: string) => ({ start, timeZone: 'Europe/Paris', recurrence })
const first = (count: number, rule: ReturnType<typeof paris>, from = new Date(0)) =>
  datesOf(rule, from).take(count).toArray()
const called = (count: number, rule: ReturnType<typeof paris>, from?: Date) =>
  first(count, rule, from).map(({ recurrenceId }) => recurrenceId)

describe('the dates of a rule', () => {
  it('are at the same time on the wall, whatever the clocks do', () => {
    const dates = first(3, paris('2026-03-22T09:30', 'FREQ=WEEKLY'))
    expect(dates.map(({ recurrenceId }) => recurrenceId)).toEqual([
      '2026-03-22T09:30',
      '2026-03-29T09:30',
      '2026-04-05T09:30',
    ])
    expect(dates.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-03-22T08:30:00.000Z',
      '2026-03-29T07:30:00.000Z',
      '2026-04-05T07:30:00.000Z',
    ])
  })

  it('leave out what a month does not have', () => {
    expect(called(4, paris('2026-01-31T10:00', 'FREQ=MONTHLY'))).toEqual([
      '2026-01-31T10:00',
      '2026-03-31T10:00',
      '2026-05-31T10:00',
      '2026-07-31T10:00',
    ])
    expect(called(2, paris('2024-02-29T10:00', 'FREQ=YEARLY'))).toEqual(['2024-02-29T10:00', '2028-02-29T10:00'])
  })

  it('may be the last working day of a month', () => {
    const rule = paris('2026-01-30T16:00', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')
    expect(called(3, rule)).toEqual(['2026-01-30T16:00', '2026-02-27T16:00', '2026-03-31T16:00'])
  })

  it('of one without end are found as quickly in eighty years', () => {
    const rule = paris('2026-01-05T09:00', 'FREQ=DAILY')
    expect(called(2, rule, instantOf('2106-01-05T10:00', 'Europe/Paris'))).toEqual([
      '2106-01-06T09:00',
      '2106-01-07T09:00',
    ])
  })

  it('begin where they are asked from, that moment included', () => {
    const rule = paris('2026-01-05T09:00', 'FREQ=WEEKLY;COUNT=3')
    expect(called(9, rule, instantOf('2026-01-12T09:00', 'Europe/Paris'))).toEqual([
      '2026-01-12T09:00',
      '2026-01-19T09:00',
    ])
    expect(called(9, rule, instantOf('2026-01-19T09:01', 'Europe/Paris'))).toEqual([])
  })

  it('can be asked for by name', () => {
    const rule = paris('2026-01-05T09:00', 'FREQ=WEEKLY')
    const has = (date: string) => hasDate(rule, date, instantOf(date, 'Europe/Paris'))
    expect([has('2026-01-12T09:00'), has('2026-01-12T10:00'), has('2026-01-13T09:00')]).toEqual([true, false, false])
  })
})

it.each([
  ['FREQ=DAILY', null],
  ['FREQ=DAILY;COUNT=10000', '2053-05-22T07:00:00.000Z'],
  ['FREQ=WEEKLY;COUNT=2', '2026-01-12T08:00:00.000Z'],
  ['FREQ=WEEKLY;UNTIL=20260601T000000Z', '2026-05-25T07:00:00.000Z'],
])('%s ends at %s', (recurrence, end) => {
  expect(lastDateOf(paris('2026-01-05T09:00', recurrence))?.toISOString() ?? null).toBe(end)
})

it.each([
  ['FREQ=DAILY;COUNT=10001', 'must not have more than 10000 dates'],
  ['FREQ=DAILY;COUNT=1000000000000', 'must not have more than 10000 dates'],
  ['FREQ=DAILY;INTERVAL=0', 'is no rule of RFC 5545'],
  ['FREQ=DAILY;BYHOUR=9,10,11', 'must not have BYHOUR: a meeting takes place once a day at most'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'has no dates'],
  ['FREQ=WEEKLY;BYDAY=XX', 'is no rule of RFC 5545'],
  ['FREQ=WEEKLY;BYDAY=TU', 'must begin with the start: its first date is 2026-01-06T09:00'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z', 'must have COUNT or UNTIL, not both'],
  ['FREQ=DAILY;FREQ=WEEKLY', 'says something twice'],
  ['FREQ=DAILY;RSCALE=HEBREW', 'must not have RSCALE: a meeting takes place once a day at most'],
  ['FREQ=DAILY;UNTIL=20250101T000000Z', 'has no dates'],
])('%s is refused: it %s', (recurrence, fault) => {
  expect(faultOf(paris('2026-01-05T09:00', recurrence))).toBe(fault)
})
