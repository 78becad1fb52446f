import { type AdminUser, adminUpdateUser, type BodyInputOf } from '@visavis/contracts'
import { callApi } from '../../platform/api.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAdminChange } from './admin-queries.ts'
import { ProblemInDialog } from './problem-in-dialog.tsx'

const changes = {
  promote: { role: 'ADMIN' },
  demote: { role: 'AGENT' },
  disable: { disabled: true },
  enable: { disabled: false },
} as const satisfies Record<string, BodyInputOf<typeof adminUpdateUser>>

/** What is being done to whom. */
export interface UserTask {
  kind: keyof typeof changes
  user: AdminUser
}

/** Asks before somebody gains or loses something, and says what. */
export function UserChangeDialog({ task: { kind, user }, onClose }: { task: UserTask; onClose: () => void }) {
  const t = useT()
  const name = user.displayName
  const change = useAdminChange(() => callApi(adminUpdateUser, { params: { userId: user.id }, body: changes[kind] }))
  const done = () => {
    toast(t(`admin.users.${kind}Done`, { name }))
    onClose()
  }
  return (
    <ConfirmDialog
      title={t(`admin.users.${kind}Title`, { name })}
      confirmLabel={t(`admin.users.${kind}`)}
      cancelLabel={t('common.cancel')}
      danger={kind === 'disable'}
      busy={change.isPending}
      onConfirm={() => change.mutate(undefined, { onSuccess: done })}
      onClose={onClose}
    >
      <ProblemInDialog error={change.error} />
      <p>{t(`admin.users.${kind}Text`)}</p>
    </ConfirmDialog>
  )
}
