import { roomNameSchema } from '@visavis/contracts'
import { expect, it } from 'vitest'
import { defaultRoomName, preferredLanguage } from './default-name.ts'

it.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['de', 'fr'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
  ['de-DE, fr-CA;q=0.5, en;q=0.7', 'en'],
  ['en;q=0, fr;q=0.1', 'fr'],
  ['en;q=nonsense', 'fr'],
  ['*', 'fr'],
] as const)('reads Accept-Language %j as %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

it.each([
  ['Claire Lemoine', 'fr', 'Salon de Claire'],
  ['Anne Petit', 'fr', 'Salon d’Anne'],
  ['Émile Zola', 'fr', 'Salon d’Émile'],
  ['Hélène', 'fr', 'Salon d’Hélène'],
  ['Jean-Pierre Martin', 'fr', 'Salon de Jean-Pierre'],
  ['Claire Lemoine', 'en', 'Claire’s room'],
] as const)('names the room of %s in %s “%s”', (owner, language, name) => {
  expect(defaultRoomName(owner, language)).toBe(name)
})

it('makes a valid name even of a name without spaces or visible characters', () => {
  for (const owner of ['x'.repeat(300), '\u202e\u200b'])
    expect(roomNameSchema.safeParse(defaultRoomName(owner, 'fr')).success).toBe(true)
})
