import { createRoom, type Room, updateRoom } from '@visavis/contracts'
import { callApi } from '../../platform/api.ts'
import { useConfig } from '../../platform/config.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { type RoomFields, RoomForm } from './room-form.tsx'
import { useRoomChange } from './rooms-queries.ts'

/** Asks for a new room's name and access. */
export function CreateRoomDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { defaultAccessLevel } = useConfig()
  const create = useRoomChange((body: RoomFields) => callApi(createRoom, { body }))
  const done = (room: Room) => {
    toast(t('dashboard.created', { name: room.name }))
    onClose()
  }
  return (
    <Dialog title={t('dashboard.create.title')} closeLabel={t('common.close')} onClose={onClose}>
      <RoomForm
        initial={{ name: '', accessLevel: defaultAccessLevel }}
        submitLabel={t('dashboard.create.submit')}
        busy={create.isPending}
        failure={create.error}
        onSubmit={(fields) => create.mutate(fields, { onSuccess: done })}
        onCancel={onClose}
      />
    </Dialog>
  )
}

/** Changes a room's name and access. */
export function EditRoomDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const t = useT()
  const params = { slug: room.slug }
  const update = useRoomChange((body: RoomFields) => callApi(updateRoom, { params, body }))
  return (
    <Dialog title={t('dashboard.edit.title')} closeLabel={t('common.close')} onClose={onClose}>
      <RoomForm
        initial={room}
        submitLabel={t('common.save')}
        busy={update.isPending}
        failure={update.error}
        onSubmit={({ name, accessLevel }) => update.mutate({ name, accessLevel }, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Dialog>
  )
}
