import { expect, test } from 'vitest'
import { roleAtSignIn, type SignInFacts } from './auth.policy.ts'

const stranger: SignInFacts = {
  role: null,
  hasAdminRole: false,
  isInitialAdminEmail: false,
  isFirstWithEmail: true,
  hasAdministrator: false,
}
const initial = { isInitialAdminEmail: true }

test.each<[string, Partial<SignInFacts>, 'ADMIN' | 'AGENT']>([
  ['a new agent is an agent', {}, 'AGENT'],
  ['an administrator stays one', { role: 'ADMIN', hasAdministrator: true }, 'ADMIN'],
  ['the provider’s role makes an administrator', { hasAdminRole: true, hasAdministrator: true }, 'ADMIN'],
  ['the provider’s role makes one of an account that exists', { role: 'AGENT', hasAdminRole: true }, 'ADMIN'],
  ['an initial e-mail makes the first administrator', initial, 'ADMIN'],
  ['and each further one on the list', { ...initial, hasAdministrator: true }, 'ADMIN'],
  ['but not the second account with that e-mail', { ...initial, isFirstWithEmail: false }, 'AGENT'],
  ['nor one whose role an administrator took', { ...initial, role: 'AGENT', hasAdministrator: true }, 'AGENT'],
  ['unless there is no administrator at all', { ...initial, role: 'AGENT' }, 'ADMIN'],
])('%s', (_name, facts, role) => {
  expect(roleAtSignIn({ ...stranger, ...facts })).toBe(role)
})
