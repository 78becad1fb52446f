import { describe, expect, test } from 'vitest'
import { parseRoomLink } from './room-link.ts'

const host = 'visavis.example'
const slug = 'abc-defg-hij'

describe('a room is found in', () => {
  test.each([
    'abc-defg-hij',
    ' ABC-DEFG-HIJ ',
    'abcdefghij',
    'abc defg hij',
    'abc–defg—hij',
    'https://visavis.example/abc-defg-hij',
    'http://visavis.example/abc-defg-hij/',
    'visavis.example/abc-defg-hij?utm=mail#top',
    'HTTPS://VISAVIS.EXAMPLE/ABC-DEFG-HIJ',
    '/abc-defg-hij',
  ])('%j', (input) => {
    expect(parseRoomLink(input, host)).toEqual({ slug })
  })
})

test.each([
  ['', { fault: 'empty' }],
  ['   ', { fault: 'empty' }],
  ['https://evil.example/abc-defg-hij', { fault: 'foreign' }],
  ['https://visavis.example.evil/abc-defg-hij', { fault: 'foreign' }],
  ['javascript://visavis.example/abc-defg-hij', { fault: 'foreign' }],
  ['https://visavis.example/legal/notice', { fault: 'no-code' }],
  ['https://visavis.example/', { fault: 'no-code' }],
  ['abc-defg-hi', { fault: 'wrong-length', letters: 9 }],
  ['abc-defg-hijk', { fault: 'wrong-length', letters: 11 }],
  ['abc-d3fg-hij', { fault: 'not-letters' }],
  ['réunion-du-jour', { fault: 'not-letters' }],
])('%j is told apart as %o', (input, expected) => {
  expect(parseRoomLink(input, host)).toEqual(expected)
})

test('the port is part of the host', () => {
  expect(parseRoomLink('http://localhost:8080/abc-defg-hij', 'localhost:8080')).toEqual({ slug })
  expect(parseRoomLink('localhost:8080/abc-defg-hij', 'localhost:8080')).toEqual({ slug })
  expect(parseRoomLink('http://localhost:9090/abc-defg-hij', 'localhost:8080')).toEqual({ fault: 'foreign' })
})
