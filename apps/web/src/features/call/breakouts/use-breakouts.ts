import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { type Breakouts, getBreakouts } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { useCall } from '../hooks/call-context.ts'
import { useConnectionState } from '../hooks/use-connection-state.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'

/** Who is where changes without anybody being told. */
const lookEveryMs = 3000

export const breakoutsKey = (callId: string) => ['breakouts', callId]

/** Where one is: the breakout's id and name, or null in the main call. */
export function useHere() {
  const { connection } = useCall()
  useConnectionState()
  return connection.getAdmitted().breakout
}

/**
 * The breakout rooms of the call, asked for anew with each change that the API tells of, and where one is; `watch` follows
 * plans and people too. `fresh` is null while the answer is that of another moment.
 */
export function useBreakouts({ watch = false } = {}) {
  const { callId, identity } = useCall().connection.getAdmitted()
  const { breakouts, revision } = useSharedState()
  const here = useHere()
  const { data, isPlaceholderData, isError, refetch } = useQuery(
    queryOptions({
      queryKey: [...breakoutsKey(callId), identity, watch ? revision : breakouts, here?.id],
      queryFn: ({ signal }) => callApi(getBreakouts, { params: { callId }, query: { identity }, signal }),
      enabled: revision >= 0,
      placeholderData: keepPreviousData,
      staleTime: 0,
      refetchOnWindowFocus: false,
      refetchInterval: watch ? lookEveryMs : false,
    }),
  )
  const fresh: Breakouts | null = data !== undefined && !isPlaceholderData ? data : null
  return { data, fresh, here, isError, refetch }
}
