import { useMutation } from '@tanstack/react-query'
import { type CallState, lowerAllHands, lowerHand, setSpotlight } from '@visavis/contracts'
import { useCallback } from 'react'
import { callApi } from '../../../platform/api.ts'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'

/** What a host does to the hands of others, and to who stands in the middle. */
export function useHosting() {
  const t = useT()
  const { connection, shared } = useCall()
  const { callId } = connection.getAdmitted()
  const { mutate, isPending } = useMutation({
    mutationFn: (ask: () => Promise<CallState>) => ask(),
    onSuccess: shared.take,
    onError: (error) => toast(problemText(t, toProblem(error)).title, 'failed'),
  })
  const spotlight = useCallback(
    (identity: string | null) => mutate(() => callApi(setSpotlight, { params: { callId }, body: { identity } })),
    [mutate, callId],
  )
  return {
    busy: isPending,
    lower: (identity: string) => mutate(() => callApi(lowerHand, { params: { callId, identity } })),
    lowerAll: () => mutate(() => callApi(lowerAllHands, { params: { callId } })),
    /** The same function for as long as the call lasts. */
    spotlight,
  }
}
