import { useMutation } from '@tanstack/react-query'
import { lockCall, unlockCall } from '@visavis/contracts'
import { useCall } from '../../features/call/hooks/call-context.ts'
import { usePeople } from '../../features/call/hooks/use-people.ts'
import { useSharedState } from '../../features/call/hooks/use-shared-state.ts'
import { RulesDialog } from '../../features/rules/rules-dialog.tsx'
import { useChangedRules } from '../../features/rules/use-changed-rules.ts'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { isHost } from '../../platform/livekit/person.ts'
import { toProblem } from '../../platform/problem.ts'
import { toast } from '../../ui/toast.tsx'

/** The rules of the room whose call one is in; hosts change them. */
export function CallRules({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { admitted, shared } = useCall()
  const { accessLevel, settings, locked } = useSharedState()
  const self = usePeople().find(({ isLocal }) => isLocal)
  const [rules, change] = useChangedRules(admitted.room.slug, { accessLevel, settings })
  const lock = useMutation({
    mutationFn: (lock: boolean) => callApi(lock ? lockCall : unlockCall, { params: { callId: admitted.callId } }),
    onSuccess: shared.take,
    onError: (error) => toast(problemText(t, toProblem(error)).title, 'failed'),
  })
  return (
    <RulesDialog
      {...rules}
      locked={lock.isPending ? lock.variables : locked}
      onLock={(locked) => lock.mutate(locked)}
      onChange={self && isHost(self.role) ? change : null}
      onClose={onClose}
    />
  )
}
