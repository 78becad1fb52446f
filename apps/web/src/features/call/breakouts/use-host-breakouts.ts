import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  announceToBreakouts,
  assignBreakouts,
  type BreakoutPlan,
  type Breakouts,
  endHelp,
  openBreakouts,
  planBreakouts,
  recallBreakouts,
  shuffleBreakouts,
} from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import { breakoutsKey } from './use-breakouts.ts'

/** What there is, as what is to be. */
export function planOf({
  byChoice,
  automatic,
  placesLatecomers,
  minutes,
  countdownSeconds,
  rooms,
}: Breakouts): BreakoutPlan {
  const kept = rooms.map(({ id, name }) => ({ id, name }))
  return { byChoice, automatic, placesLatecomers, minutes, countdownSeconds, rooms: kept }
}

/** What there is once a plan holds, as far as it is known here: rooms that it adds have no id yet. */
function planned(breakouts: Breakouts, { rooms, ...settings }: BreakoutPlan): Breakouts {
  const known = new Map(breakouts.rooms.map((room) => [room.id, room]))
  const kept = rooms.flatMap(({ id = '', name }) => {
    const room = known.get(id)
    return room ? [{ ...room, name }] : []
  })
  return { ...breakouts, ...settings, rooms: kept }
}

function assigned(breakouts: Breakouts, identity: string, assignedId: string | null): Breakouts {
  const people = breakouts.people?.map((person) => (person.identity === identity ? { ...person, assignedId } : person))
  return { ...breakouts, people: people ?? null }
}

export type HostBreakouts = ReturnType<typeof useHostBreakouts>

/** What a host does with breakout rooms. */
export function useHostBreakouts() {
  const t = useT()
  const queryClient = useQueryClient()
  const { callId, identity } = useCall().connection.getAdmitted()
  const params = { callId }
  const { mutate, isPending } = useMutation({
    mutationFn: (ask: () => Promise<unknown>) => ask(),
    onError: (error) => toast(problemText(t, toProblem(error)).title, 'failed'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: breakoutsKey(callId) }),
  })
  /** Shows at once what the API is being told; its answer holds. */
  const show = (change: (breakouts: Breakouts) => Breakouts) =>
    queryClient.setQueriesData<Breakouts>({ queryKey: breakoutsKey(callId) }, (known) => known && change(known))
  return {
    busy: isPending,
    plan(plan: BreakoutPlan) {
      show((breakouts) => planned(breakouts, plan))
      mutate(() => callApi(planBreakouts, { params, body: plan }))
    },
    assign(identity: string, breakoutId: string | null) {
      show((breakouts) => assigned(breakouts, identity, breakoutId))
      mutate(() => callApi(assignBreakouts, { params, body: { assignments: [{ identity, breakoutId }] } }))
    },
    shuffle: () => mutate(() => callApi(shuffleBreakouts, { params })),
    open: () => mutate(() => callApi(openBreakouts, { params })),
    recall: (at: 'once' | 'countdown') => mutate(() => callApi(recallBreakouts, { params, body: { at } })),
    announce: (text: string, onSent: () => void) =>
      mutate(() => callApi(announceToBreakouts, { params, body: { text } }), { onSuccess: onSent }),
    endHelp: (breakoutId: string) =>
      mutate(() => callApi(endHelp, { params: { callId, breakoutId }, query: { identity } })),
  }
}
