import { useCallback, useSyncExternalStore } from 'react'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import { MoveFailedError, move } from './move.ts'

/** Goes to a breakout, or with null to the main call; says so when it fails. */
export function useGo(): (breakoutId: string | null) => void {
  const t = useT()
  const session = useCall()
  return useCallback(
    (breakoutId) =>
      void move(session, breakoutId).catch((error: unknown) =>
        toast(
          error instanceof MoveFailedError ? t('breakouts.moveFailed') : problemText(t, toProblem(error)).title,
          'failed',
        ),
      ),
    [session, t],
  )
}

/** Whether one is on the way to another place. */
export function useMoving(): boolean {
  const { moves } = useCall()
  return useSyncExternalStore(moves.subscribe, moves.getState)
}
