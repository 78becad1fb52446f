import { slugSchema } from '@visavis/contracts'
import { expect, it } from 'vitest'
import { newSlug } from './slugs.ts'

it('makes codes of the agreed shape, and never the same twice', () => {
  const slugs = Array.from({ length: 2000 }, newSlug)
  for (const slug of slugs) slugSchema.parse(slug)
  expect(new Set(slugs).size).toBe(2000)
})

it('uses every letter in every place about as often', () => {
  const slugs = Array.from({ length: 5200 }, () => newSlug().replaceAll('-', ''))
  for (let place = 0; place < 10; place++) {
    const counts = Map.groupBy(slugs, (slug) => slug[place])
    expect(counts.size).toBe(26)
    // 200 are expected; seven standard deviations on either side happen once in 10¹¹ draws.
    for (const those of counts.values()) expect(those.length).toSatisfy((n: number) => n > 100 && n < 300)
  }
})
