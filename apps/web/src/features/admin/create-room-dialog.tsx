import { type AdminUser, adminCreateRoom, roomNameSchema } from '@visavis/contracts'
import { type FormEvent, useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAdminChange } from './admin-queries.ts'
import { ProblemInDialog } from './problem-in-dialog.tsx'
import { UserPicker } from './user-picker.tsx'

/** Creates a room for any agent. */
export function CreateRoomDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [name, setName] = useState('')
  const [owner, setOwner] = useState<AdminUser | null>(null)
  const [checked, setChecked] = useState(false)
  const create = useAdminChange((body: { name: string; ownerId: string }) => callApi(adminCreateRoom, { body }))
  const parsed = roomNameSchema.safeParse(name)

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!parsed.success || !owner) return
    const done = () => {
      toast(t('admin.rooms.created', { name: parsed.data, owner: owner.displayName }))
      onClose()
    }
    create.mutate({ name: parsed.data, ownerId: owner.id }, { onSuccess: done })
  }

  return (
    <Dialog title={t('admin.rooms.create')} closeLabel={t('common.close')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="mt-4 flex flex-col gap-6">
        <ProblemInDialog error={create.error} />
        <TextField
          label={t('admin.rooms.name')}
          value={name}
          maxLength={80}
          autoComplete="off"
          autoFocus
          error={checked && !parsed.success ? t('admin.rooms.nameMissing') : null}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="flex flex-col gap-1.5">
          <UserPicker legend={t('admin.rooms.owner')} value={owner} onChange={setOwner} />
          <p aria-live="polite" className="text-small text-danger-ink empty:hidden">
            {checked && !owner && t('admin.rooms.ownerMissing')}
          </p>
        </div>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" busy={create.isPending}>
            {t('admin.rooms.createSubmit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
