import { useMutation } from '@tanstack/react-query'
import {
  type CallState,
  changeAgendaClock,
  changeTimer,
  goInAgenda,
  startTimer,
  stopTimer,
  type TimerAction,
} from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'

/** What a host does with timer and agenda. Where another host was quicker, what they have made is shown. */
export function useClockActions() {
  const t = useT()
  const { connection, shared } = useCall()
  const params = { callId: connection.getAdmitted().callId }
  const { mutate, isPending, variables } = useMutation({
    mutationFn: ({ ask }: { name: string; ask: () => Promise<CallState> }) => ask(),
    onSuccess: shared.take,
    onError: (error) => {
      const problem = toProblem(error)
      const overtaken = problem.code === 'conflict' || problem.code === 'not_found'
      if (overtaken) void shared.refresh()
      toast(overtaken ? t('clocks.changed') : problemText(t, problem).title, overtaken ? 'done' : 'failed')
    },
  })
  /** One at a time: an impatient second click is not a second minute. */
  const act = (name: string, ask: () => Promise<CallState>) => {
    if (!isPending) mutate({ name, ask })
  }
  return {
    /** What is under way, to be shown at what was clicked. */
    busy: isPending ? variables.name : null,
    start: (minutes: number) =>
      act(String(minutes), () => callApi(startTimer, { params, body: { seconds: minutes * 60 } })),
    change: (action: TimerAction) => act(action, () => callApi(changeTimer, { params, body: { action } })),
    stop: () => act('stop', () => callApi(stopTimer, { params })),
    go: (name: string, from: string | null, to: string | null) =>
      act(name, () => callApi(goInAgenda, { params, body: { from, to } })),
    run: (running: boolean) => act('run', () => callApi(changeAgendaClock, { params, body: { running } })),
  }
}
