import { createContext, use } from 'react'
import type { CallSession } from '../call-session.ts'

/** The call that the components below belong to. */
export const CallContext = createContext<CallSession | null>(null)

/** The call one is in. Throws outside of one. */
export function useCall(): CallSession {
  const call = use(CallContext)
  if (!call) throw new Error('useCall needs a CallContext above it')
  return call
}
