import { expect, it } from 'vitest'
import { defaultAccessLevel, effectiveAccessLevel, mayEnterDirectly } from './access-levels.ts'

it.each([
  ['open', 'guest', true],
  ['open', 'agent', true],
  ['open', 'member', true],
  ['trusted', 'guest', false],
  ['trusted', 'agent', true],
  ['trusted', 'member', true],
  ['restricted', 'guest', false],
  ['restricted', 'agent', false],
  ['restricted', 'member', true],
  ['restricted', 'cohost', true],
  ['restricted', 'owner', true],
] as const)('an %s room lets a %s in directly: %s', (accessLevel, who, direct) => {
  const role = who === 'guest' || who === 'agent' ? null : who
  expect(mayEnterDirectly({ accessLevel, role, signedIn: who !== 'guest' })).toBe(direct)
})

it.each([
  ['open', ['open', 'trusted', 'restricted'], 'open'],
  ['open', ['trusted', 'restricted'], 'trusted'],
  ['open', ['restricted'], 'restricted'],
  ['trusted', ['open', 'restricted'], 'restricted'],
  // Never looser than what the owner chose, even where the policy leaves nothing as strict.
  ['restricted', ['open'], 'restricted'],
] as const)('a room set to %s where the operator allows %j is %s', (level, allowed, effective) => {
  expect(effectiveAccessLevel(level, allowed)).toBe(effective)
})

it('makes new rooms trusted where that is allowed, and stricter where not', () => {
  expect(defaultAccessLevel(['open', 'trusted'])).toBe('trusted')
  expect(defaultAccessLevel(['open', 'restricted'])).toBe('restricted')
})
