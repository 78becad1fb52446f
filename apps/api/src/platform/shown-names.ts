import { normalizeName } from '@visavis/contracts'
import type { User } from '../generated/prisma/client.ts'
import { wordsOfName } from './name-keys.ts'

const maxNameLength = 60

type Provided = Pick<User, 'givenName' | 'usualName' | 'email'>

/** The name as the provider has it; the e-mail where it has none. */
export function providedName({ givenName, usualName, email }: Provided): string {
  const name = normalizeName([givenName, usualName].filter((part) => part !== null).join(' '))
  return Array.from(name || email)
    .slice(0, maxNameLength)
    .join('')
}

/** Whether there are a given name to shorten and a family name to keep. */
export const isChoosable = ({ givenName, usualName }: Pick<User, 'givenName' | 'usualName'>): boolean =>
  wordsOfName(givenName ?? '').length > 0 && wordsOfName(usualName ?? '').length > 0

// Not what only decorates a name, or what the server alone puts behind one.
const plain = /^(?:\p{L}\p{M}?|[\p{Pd} .'’])+$/u

/**
 * Whether an agent may be shown by this name: the whole family name at the end, and before it one or more of the given
 * names, each whole or its beginning, in their order; whatever the case, diacritics and hyphens. So a shown name is
 * always one that the provider's could be taken for, and nobody's else.
 */
export function isVouchedFor(name: string, { givenName, usualName }: Pick<User, 'givenName' | 'usualName'>): boolean {
  if (!plain.test(name) || !isChoosable({ givenName, usualName })) return false
  const words = wordsOfName(name)
  const family = wordsOfName(usualName ?? '')
  const given = words.slice(0, -family.length)
  if (given.length === 0 || words.slice(-family.length).join(' ') !== family.join(' ')) return false
  const left = wordsOfName(givenName ?? '')
  return given.every((word) => {
    const found = left.findIndex((whole) => whole.startsWith(word))
    if (found < 0) return false
    left.splice(0, found + 1)
    return true
  })
}
