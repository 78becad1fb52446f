import { deleteRoom, type Room } from '@visavis/contracts'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { useRoomChange } from './rooms-queries.ts'

/** Asks before a room goes, and says what goes with it. */
export function DeleteRoomDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const t = useT()
  const remove = useRoomChange(() => callApi(deleteRoom, { params: { slug: room.slug } }))
  const problem = remove.error && problemText(t, toProblem(remove.error))
  const done = () => {
    toast(t('dashboard.deleted', { name: room.name }))
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('dashboard.delete.title', { name: room.name })}
      confirmLabel={t('dashboard.delete.confirm')}
      cancelLabel={t('common.cancel')}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate(undefined, { onSuccess: done })}
      onClose={onClose}
    >
      {problem && <Notice title={problem.title} text={problem.advice} />}
      <p>{t('dashboard.delete.lost')}</p>
      {room.liveCall && <p>{t('dashboard.delete.live', { count: room.liveCall.participants })}</p>}
    </ConfirmDialog>
  )
}
