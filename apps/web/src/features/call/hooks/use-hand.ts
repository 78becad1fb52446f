import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from './call-context.ts'
import { useSharedState } from './use-shared-state.ts'

/** One's own hand, and how to raise and lower it. */
export function useHand(): { up: boolean; move: (up: boolean) => void } {
  const t = useT()
  const { shared } = useCall()
  const { handUp } = useSharedState()
  const move = (up: boolean) =>
    void shared.moveHand(up).catch((error: unknown) => toast(problemText(t, toProblem(error)).title, 'failed'))
  return { up: handUp, move }
}

/** Somebody's place among the raised hands, from 1; null while theirs is down. */
export function useHandPosition(identity: string): number | null {
  const index = useSharedState().hands.findIndex((hand) => hand.identity === identity)
  return index === -1 ? null : index + 1
}
