import { expect, it } from 'vitest'
import { z } from 'zod'
import { containing, readCursor, toPage } from './pages.ts'

const position = z.strictObject({ id: z.int() })
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

it('gives a cursor only where there is more, and reads it back', () => {
  expect(toPage([1, 2], 2, (id) => ({ id }))).toEqual({ items: [1, 2], nextCursor: null })
  const page = toPage([1, 2, 3], 2, (id) => ({ id }))
  expect(page.items).toEqual([1, 2])
  expect(readCursor(position, page.nextCursor ?? undefined)).toEqual({ id: 2 })
  expect(readCursor(position, undefined)).toBeNull()
})

it.each(['', 'x', '!!!', encode(null), encode({ id: '1' }), encode({ id: 1, more: 1 }), encode([])])(
  'refuses %j as a cursor',
  (cursor) => {
    expect(() => readCursor(position, cursor)).toThrow(expect.objectContaining({ code: 'invalid_request' }))
  },
)

it('looks for what was typed, not for a pattern', () => {
  expect(containing('50 %_a\\b')).toBe('%50 \\%\\_a\\\\b%')
  expect(containing('a\0b')).toBe('%ab%')
  expect(containing('')).toBeNull()
  expect(containing('\0')).toBeNull()
  expect(containing(undefined)).toBeNull()
})
