import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Agent, getMe } from '@visavis/contracts'
import { callApi } from './api.ts'
import { remember, remembered } from './storage.ts'

/** Who is signed in. The browser remembers that somebody was, so that the home page need not wait for those who never are. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const { agent } = await callApi(getMe, { signal })
    remember('signed-in', agent ? 'yes' : null)
    return agent
  },
  staleTime: 60_000,
})

/** Whether somebody was signed in here the last time that we knew. A hint for what to paint first, never for access. */
export const wasSignedIn = (): boolean => remembered('signed-in') === 'yes'

/** The agent, null for a guest, undefined while it is not known. */
export function useMe(): Agent | null | undefined {
  return useQuery(meQuery).data
}
