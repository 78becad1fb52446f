import { useMutation } from '@tanstack/react-query'
import { removeParticipant } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import type { CallPerson } from '../hooks/use-people.ts'

/** Asks before somebody is put out: they cannot come back to this call. */
export function RemoveDialog({ person: { name, identity }, onClose }: { person: CallPerson; onClose: () => void }) {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const remove = useMutation({
    mutationFn: () => callApi(removeParticipant, { params: { callId, identity } }),
    onSuccess: () => {
      toast(t('call.remove.done', { name }))
      onClose()
    },
    onError: (error) => toast(problemText(t, toProblem(error)).title, 'failed'),
  })
  return (
    <ConfirmDialog
      title={t('call.remove.title', { name })}
      confirmLabel={t('call.remove.confirm')}
      cancelLabel={t('common.cancel')}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t('call.remove.text')}</p>
    </ConfirmDialog>
  )
}
