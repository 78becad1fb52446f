import type { AdminUser } from '@visavis/contracts'
import { ShieldCheck, ShieldMinus, UserRoundCheck, UserRoundX } from 'lucide-react'
import { formatDateTime, formatPast } from '../../platform/i18n/formats.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { ListCell, ListRow } from '../../ui/list-table.tsx'
import type { MenuItem } from '../../ui/menu-items.ts'
import { MoreMenu } from '../../ui/more-menu.tsx'
import type { UserTask } from './user-change-dialog.tsx'

export interface UserRowProps {
  user: AdminUser
  onTask: (task: UserTask) => void
}

/** One agent, and what an administrator may change about them. */
export function UserRow({ user, onTask }: UserRowProps) {
  const t = useT()
  const item = (kind: UserTask['kind'], icon: MenuItem['icon'] & object, danger = false): MenuItem => ({
    id: kind,
    label: t(`admin.users.${kind}`),
    icon,
    danger,
    onAction: () => onTask({ kind, user }),
  })
  const role = user.role === 'ADMIN' ? item('demote', ShieldMinus) : item('promote', ShieldCheck)
  const access = user.disabledAt ? item('enable', UserRoundCheck) : item('disable', UserRoundX, true)
  const sections = user.disabledAt ? [{ items: [access] }] : [{ items: [role] }, { items: [access] }]
  return (
    <ListRow>
      <ListCell kind="main">
        <div className="flex items-center gap-3">
          <Avatar name={user.displayName} />
          <div className="min-w-0">
            <p className="font-strong [overflow-wrap:anywhere]">{user.displayName}</p>
            <p className="text-small text-muted [overflow-wrap:anywhere]">
              {user.organization ? `${user.email} · ${user.organization}` : user.email}
            </p>
          </div>
        </div>
      </ListCell>
      <ListCell>
        <Status user={user} />
      </ListCell>
      <ListCell kind="last">
        {user.lastLoginAt ? (
          <time dateTime={user.lastLoginAt} title={formatDateTime(user.lastLoginAt)}>
            {formatPast(user.lastLoginAt)}
          </time>
        ) : (
          t('admin.never')
        )}
      </ListCell>
      <ListCell>
        <span className="tabular @3xl:hidden">{t('admin.users.rooms', { count: user.rooms })}</span>
        <span className="tabular @max-3xl:hidden">{user.rooms}</span>
      </ListCell>
      <ListCell kind="menu">
        <MoreMenu label={t('admin.users.menu', { name: user.displayName })} sections={sections} />
      </ListCell>
    </ListRow>
  )
}

function Status({ user }: { user: AdminUser }) {
  const t = useT()
  if (user.disabledAt) return <Badge tone="danger">{t('admin.users.disabled')}</Badge>
  if (user.role === 'ADMIN') return <Badge tone="brand">{t('admin.role.ADMIN')}</Badge>
  return t('admin.role.AGENT')
}
