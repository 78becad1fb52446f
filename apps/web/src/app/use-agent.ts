import type { Agent } from '@visavis/contracts'
import { use } from 'react'
import { me, useMe } from '../platform/me.ts'

/** Who is signed in, waited for; null when nobody is, also when the session ends later. Throws to the error boundary. */
export function useAgent(): Agent | null {
  useMe()
  return use(me.load())
}
