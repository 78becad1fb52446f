import { afterEach, expect, test, vi } from 'vitest'
import { formatDuration, formatPast } from './formats.ts'
import { switchLanguage } from './messages.ts'

const now = new Date(2026, 10, 22, 15, 0)
const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

afterEach(() => switchLanguage('en', 'by-browser'))

test.each([
  [at(2026, 10, 22, 14, 55), 'il y a 5 min'],
  [at(2026, 10, 22, 9, 30), 'aujourd’hui, 09:30'],
  [at(2026, 10, 21, 14, 30), 'hier, 14:30'],
  [at(2026, 10, 18, 8), '18 novembre'],
  [at(2025, 2, 3, 8), '3 mars 2025'],
  [at(2026, 10, 22, 15, 1), 'maintenant'],
])('%s was %s', async (then, words) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr-FR'])
  await switchLanguage('fr', 'by-browser')
  expect(plain(formatPast(then, now))).toBe(words)
})

test('the browser’s own variety of English decides how times look', () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-US'])
  expect(plain(formatPast(at(2026, 10, 21, 14, 30), now))).toMatch(/02:30 PM/)
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr', 'en-GB'])
  expect(formatPast(at(2026, 10, 21, 14, 30), now)).toMatch(/14:30/)
})

test('a duration has at most two units', () => {
  expect([45, 60, 80, 7500].map(formatDuration)).toEqual(['45 sec', '1 min', '1 min 20 sec', '2 hr 5 min'])
})
