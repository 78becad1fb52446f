import { type AdminRoom, type AdminUser, adminDeleteRoom, adminEndCall, adminUpdateRoom } from '@visavis/contracts'
import { useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAdminChange } from './admin-queries.ts'
import { ProblemInDialog } from './problem-in-dialog.tsx'
import { UserPicker } from './user-picker.tsx'

interface RoomDialogProps {
  room: AdminRoom
  onClose: () => void
}

/** Gives a room to another agent. */
function HandOverDialog({ room, onClose }: RoomDialogProps) {
  const t = useT()
  const [owner, setOwner] = useState<AdminUser | null>(null)
  const params = { slug: room.slug }
  const handOver = useAdminChange((ownerId: string) => callApi(adminUpdateRoom, { params, body: { ownerId } }))
  const done = ({ ownerName }: AdminRoom) => {
    toast(t('admin.rooms.handedOver', { name: room.name, owner: ownerName }))
    onClose()
  }
  return (
    <Dialog
      title={t('admin.rooms.handOverTitle', { name: room.name })}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      <div className="mt-4 flex flex-col gap-6">
        <ProblemInDialog error={handOver.error} />
        <UserPicker legend={t('admin.rooms.newOwner')} value={owner} onChange={setOwner} />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="filled"
            disabled={!owner}
            busy={handOver.isPending}
            onClick={() => owner && handOver.mutate(owner.id, { onSuccess: done })}
          >
            {t('admin.rooms.handOverSubmit')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

/** Asks before the call in a room ends for everybody. */
function EndCallDialog({ room, onClose }: RoomDialogProps) {
  const t = useT()
  const end = useAdminChange(() => callApi(adminEndCall, { params: { slug: room.slug } }))
  const done = () => {
    toast(t('admin.rooms.callEnded', { name: room.name }))
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('admin.rooms.endCallTitle', { name: room.name })}
      confirmLabel={t('admin.rooms.endCall')}
      cancelLabel={t('common.cancel')}
      danger
      busy={end.isPending}
      onConfirm={() => end.mutate(undefined, { onSuccess: done })}
      onClose={onClose}
    >
      <ProblemInDialog error={end.error} />
      <p>{t('admin.rooms.endCallText', { count: room.liveCall?.participants ?? 0 })}</p>
    </ConfirmDialog>
  )
}

/** Asks before somebody's room goes. */
function DeleteDialog({ room, onClose }: RoomDialogProps) {
  const t = useT()
  const remove = useAdminChange(() => callApi(adminDeleteRoom, { params: { slug: room.slug } }))
  const done = () => {
    toast(t('admin.rooms.deleted', { name: room.name }))
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('admin.rooms.deleteTitle', { name: room.name })}
      confirmLabel={t('admin.rooms.deleteSubmit')}
      cancelLabel={t('common.cancel')}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate(undefined, { onSuccess: done })}
      onClose={onClose}
    >
      <ProblemInDialog error={remove.error} />
      <p>{t('admin.rooms.deleteText', { owner: room.ownerName })}</p>
    </ConfirmDialog>
  )
}

/** What is being done to which room. */
export interface AdminRoomTask {
  kind: 'handOver' | 'endCall' | 'delete'
  room: AdminRoom
}

const dialogs = { handOver: HandOverDialog, endCall: EndCallDialog, delete: DeleteDialog }

/** The dialog of a task. */
export function AdminRoomDialog({ task, onClose }: { task: AdminRoomTask; onClose: () => void }) {
  const TaskDialog = dialogs[task.kind]
  return <TaskDialog room={task.room} onClose={onClose} />
}
