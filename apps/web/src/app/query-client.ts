import { QueryCache, QueryClient } from '@tanstack/react-query'
import { meQuery } from '../platform/me.ts'
import { ProblemError } from '../platform/problem.ts'

const passing = new Set(['network', 'database_unavailable', 'sfu_unavailable'])
const retries = 2

/** Only what may pass by itself is asked again; a refusal is an answer. */
export const shouldRetry = (failures: number, error: Error): boolean =>
  failures < retries && error instanceof ProblemError && passing.has(error.code)

/** Server state of the page. A session that ended elsewhere shows at the first refusal: nobody is signed in any more. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof ProblemError && error.code === 'unauthenticated')
        queryClient.setQueryData(meQuery.queryKey, null)
    },
  }),
  defaultOptions: {
    // A local network without internet is not "offline" to us: always try.
    queries: { retry: shouldRetry, networkMode: 'always', staleTime: 10_000 },
    mutations: { networkMode: 'always' },
  },
})
