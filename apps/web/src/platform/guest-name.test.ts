import { expect, test, vi } from 'vitest'
import { checkName, rememberedName, rememberName } from './guest-name.ts'

test('a name is taken as the API will keep it', () => {
  expect(checkName('  Paul \u202e Mercier ')).toEqual({ name: 'Paul Mercier' })
  expect(checkName('محمد')).toEqual({ name: 'محمد' })
})

test('nothing, and what only looks like something, is no name', () => {
  expect(checkName('   ')).toEqual({ fault: 'missing' })
  expect(checkName('\u200b\u200b')).toEqual({ fault: 'missing' })
  expect(checkName('a'.repeat(61))).toEqual({ fault: 'tooLong' })
  expect(checkName('a'.repeat(2000))).toEqual({ fault: 'tooLong' })
})

test('a blocked storage remembers for the page and breaks nothing', () => {
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
  rememberName('Paul Mercier')
  expect(rememberedName()).toBe('Paul Mercier')
})
