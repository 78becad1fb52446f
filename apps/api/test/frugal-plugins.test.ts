import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { escaped } from '../frugal-plugins.ts'

it.each([
  ['a string', `'l’agent — 👋'`],
  ['a character escaped for nothing', `'\\’'`],
  ['one behind an escaped backslash', `'\\\\’'`],
  ['a template', '`é ${1 + 1} ’`'],
])('writes %s in ASCII with the same meaning', (_what, code) => {
  expect(escaped(code)).toMatch(/^[\0-\x7f]*$/)
  expect(runInNewContext(escaped(code))).toBe(runInNewContext(code))
})

it('keeps what a regular expression matches', () => {
  const code = String.raw`'a\u200bb👋'.replace(/[​‍]|👋/gu, '')`
  expect(runInNewContext(escaped(code))).toBe('ab')
})
