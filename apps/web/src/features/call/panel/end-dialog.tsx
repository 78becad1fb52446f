import { useMutation } from '@tanstack/react-query'
import { endCall } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'

/** Asks before the call is ended for everybody; the SFU then sends all away, this page included. */
export function EndDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const end = useMutation({
    mutationFn: () => callApi(endCall, { params: { callId } }),
    onSuccess: onClose,
    onError: (error) => toast(problemText(t, toProblem(error)).title, 'failed'),
  })
  return (
    <ConfirmDialog
      title={t('call.end.title')}
      confirmLabel={t('call.end.confirm')}
      cancelLabel={t('common.cancel')}
      danger
      busy={end.isPending}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>{t('call.end.text')}</p>
    </ConfirmDialog>
  )
}
