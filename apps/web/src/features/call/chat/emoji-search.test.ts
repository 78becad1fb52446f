import { expect, test } from 'vitest'
import { searchEmoji } from './emoji-search.ts'
import { loadEmoji } from './load-emoji.ts'

const signs = async (language: 'fr' | 'en', query: string) =>
  searchEmoji(await loadEmoji(language), query).map(([sign]) => sign)

test('an emoji is found by its name and its other words, in the language of the page', async () => {
  expect((await signs('en', 'octopus'))[0]).toBe('🐙')
  expect((await signs('fr', 'pieuvre'))[0]).toBe('🐙')
  expect(await signs('fr', 'poulpe')).toContain('🐙')
  expect(await signs('fr', 'octopus')).toEqual([])
})

test('case and accents do not matter, and every word has to fit', async () => {
  expect(await signs('fr', 'ÉTOILE')).toEqual(await signs('fr', 'etoile'))
  expect(await signs('en', 'red hea')).toContain('❤️')
  expect(await signs('en', 'hea red')).toContain('❤️')
  expect(await signs('en', 'red octopus')).toEqual([])
})

test('names come before other words, and there is an end to it', async () => {
  const found = searchEmoji(await loadEmoji('en'), 'cat').map(([, label]) => label)
  expect(found.slice(0, 3)).toEqual(['cat', 'cat with tears of joy', 'cat with wry smile'])
  expect(found.indexOf('black cat')).toBeLessThan(found.indexOf('tiger'))
  expect((await signs('en', 'a')).length).toBeLessThan(100)
})

test('the groups have names, and neither parts of emoji nor what few computers can draw', async () => {
  const groups = await loadEmoji('fr')
  expect(groups.map(({ label }) => label)).toContain('animaux et la nature')
  const all = groups.flatMap(({ emoji }) => emoji.map(([sign]) => sign))
  expect(all.length).toBeGreaterThan(1500)
  expect(all).not.toContain('🏻')
  expect(all).not.toContain('\u{1FAC6}')
})
