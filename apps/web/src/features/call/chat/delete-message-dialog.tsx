import { useMutation } from '@tanstack/react-query'
import type { ChatMessage } from '@visavis/contracts'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'

/** Asks before a message is deleted: its text is gone for everybody. */
export function DeleteMessageDialog({ message, onClose }: { message: ChatMessage; onClose: () => void }) {
  const t = useT()
  const { chat } = useCall()
  const remove = useMutation({
    mutationFn: () => chat.delete(message.id),
    onSuccess: onClose,
    onError: (error) => toast(problemText(t, toProblem(error)).title, 'failed'),
  })
  return (
    <ConfirmDialog
      title={t('chat.delete.title')}
      confirmLabel={t('chat.delete.confirm')}
      cancelLabel={t('common.cancel')}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t('chat.delete.text')}</p>
    </ConfirmDialog>
  )
}
