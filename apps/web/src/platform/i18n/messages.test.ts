import { i18n } from '@lingui/core'
import { type ProblemCode, problemStatus } from '@visavis/contracts'
import { afterEach, expect, test, vi } from 'vitest'
import { catalogues } from '../../locales/catalogues.ts'
import { type FailureCode, ProblemError } from '../problem.ts'
import { currentLanguage, loadCatalogues, preferredLanguage, switchLanguage } from './messages.ts'
import { problemText } from './problem-text.ts'

const browserWants = (...tags: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(tags)

afterEach(async () => {
  localStorage.clear()
  await switchLanguage('en', 'by-browser')
})

test('the browser’s first language that we speak is used, whatever its region', () => {
  browserWants('de-DE', 'en-GB', 'fr')
  expect(preferredLanguage()).toBe('en')
  browserWants('fr-CA')
  expect(preferredLanguage()).toBe('fr')
  browserWants('de')
  expect(preferredLanguage()).toBe('fr')
})

test('a language chosen by hand is remembered, one chosen by the browser is not', async () => {
  browserWants('fr')
  await switchLanguage('en', 'by-browser')
  expect(preferredLanguage()).toBe('fr')
  await switchLanguage('en', 'by-hand')
  expect(preferredLanguage()).toBe('en')
})

test('blocked storage loses the choice at the next visit and nothing else', async () => {
  browserWants('en')
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  await switchLanguage('fr', 'by-hand')
  expect(currentLanguage()).toBe('fr')
  expect(preferredLanguage()).toBe('fr')
})

test('switching says so on the document and changes the texts already shown', async () => {
  await loadCatalogues(['home'])
  expect(i18n._('home.link.join')).toBe('Join')
  await switchLanguage('fr', 'by-browser')
  expect(document.documentElement.lang).toBe('fr')
  expect(i18n._('home.link.join')).toBe('Rejoindre')
})

const codes = [
  ...(Object.keys(problemStatus) as ProblemCode[]),
  'network',
  'unreadable_response',
  'stale_page',
  'unexpected',
]

test.each(codes)('%s is told in words, in both languages, without its code', async (code) => {
  await loadCatalogues(catalogues)
  for (const language of ['fr', 'en'] as const) {
    await switchLanguage(language, 'by-browser')
    const { title, advice } = problemText((key, values) => i18n._(key, values), new ProblemError(code as FailureCode))
    expect(title.length).toBeGreaterThan(10)
    expect(advice.length).toBeGreaterThan(10)
    expect(`${title} ${advice}`).not.toMatch(/problem|_|\{/)
  }
})
