import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cruiseBoundaries } from './cruise.ts'
import { forbidden } from './rules.ts'

it('sees every kind of breach in the canary', async () => {
  const { violations } = await cruiseBoundaries(join(import.meta.dirname, 'canary'), ['apps', 'packages'])
  expect(new Set(violations.map(({ rule }) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)))
})

it('counts an import of types alone as a breach and as part of a cycle', async () => {
  const { violations } = await cruiseBoundaries(join(import.meta.dirname, 'canary'), ['apps', 'packages'])
  const lobby = 'apps/api/src/features/lobby/lobby.service.ts'
  const rules = violations.filter(({ from }) => from === lobby).map(({ rule }) => rule)
  expect(rules.sort()).toEqual(['api-features-never-meet', 'no-cycles'])
})
