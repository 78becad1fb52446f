import { type Agent, getMe } from '@visavis/contracts'
import { callApi } from './api.ts'
import { pageFact } from './page-fact.ts'
import { remember, remembered } from './storage.ts'

/** Who is signed in. The browser remembers that somebody was, so that the home page need not wait for those who never are. */
export const me = pageFact<Agent | null>(async () => {
  const { agent } = await callApi(getMe, {})
  remember('signed-in', agent ? 'yes' : null)
  return agent
})

/** The session has ended, here or elsewhere. */
export function forgetAgent(): void {
  remember('signed-in', null)
  me.learn(null)
}

/** Whether somebody was signed in here the last time that we knew. A hint for what to paint first, never for access. */
export const wasSignedIn = (): boolean => remembered('signed-in') === 'yes'

/** The agent, null for a guest, undefined while it is not known. */
export const useMe = (): Agent | null | undefined => me.useKnown()
