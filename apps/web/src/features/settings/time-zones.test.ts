import { expect, test } from 'vitest'
import { findTimeZones, listTimeZones } from './time-zones.ts'

const idsOf = (typed: string) => findTimeZones(listTimeZones(), typed).map(({ id }) => id)

test('is found by city, region and offset, whatever the case and accents', () => {
  expect(idsOf('new york')).toEqual(['America/New_York'])
  expect(idsOf('PARÍS')).toEqual(['Europe/Paris'])
  expect(idsOf('tokyo utc+9')).toEqual(['Asia/Tokyo'])
  expect(idsOf('tokyo utc+1')).toEqual([])
  expect(idsOf('utc')).toContain('UTC')
  expect(idsOf('nowhere at all')).toEqual([])
})

test('nothing typed finds all of them', () => {
  expect(idsOf('').length).toBeGreaterThan(300)
})
