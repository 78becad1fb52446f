import { EllipsisVertical, Mic, MicOff, Star, StarOff, UserMinus } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { MenuButton } from '../../../ui/menu-button.tsx'
import type { MenuItem } from '../../../ui/menu-items.ts'
import { useHeard } from '../hooks/use-heard.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'

export interface PersonRowProps {
  person: CallPerson
  /** A place is kept for the menu where some rows have one. */
  hasMenu: boolean
  /** Null where one may not. */
  onRemove: (() => void) | null
  onSpotlight: ((on: boolean) => void) | null
}

/** One line of the list: who, in what role, heard or not, and what a host may do. */
export function PersonRow({ person, hasMenu, onRemove, onSpotlight }: PersonRowProps) {
  const t = useT()
  const { name, role, verified, color, isLocal } = person
  const heard = useHeard(person)
  const remarks = [
    ...(role === 'participant' ? [] : [t(`call.role.${role}`)]),
    ...(verified ? [] : [t('common.unverified')]),
  ]
  const Icon = heard ? Mic : MicOff
  const inSpotlight = useSharedState().spotlight === person.identity
  const items: MenuItem[] = []
  if (onSpotlight) {
    items.push({
      id: 'spotlight',
      label: t(inSpotlight ? 'signals.spotlight.end' : 'signals.spotlight.put'),
      icon: inSpotlight ? StarOff : Star,
      onAction: () => onSpotlight(!inSpotlight),
    })
  }
  if (onRemove) {
    items.push({ id: 'remove', label: t('call.remove.button'), icon: UserMinus, danger: true, onAction: onRemove })
  }
  return (
    <li className="flex min-h-13 items-center gap-3 py-1 pl-1.5">
      <Avatar name={name} color={color} />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-left" title={name}>
          {isLocal ? t('call.tile.you', { name }) : name}
        </p>
        {remarks.length > 0 && <p className="text-small text-muted first-letter:uppercase">{remarks.join(' · ')}</p>}
      </div>
      <Icon aria-hidden="true" size={20} className={heard ? 'shrink-0' : 'shrink-0 text-muted'} />
      <span className="sr-only">{t(heard ? 'call.tile.unmuted' : 'call.tile.muted')}</span>
      {items.length > 0 ? (
        <MenuButton
          label={t('call.person.actions', { name })}
          sections={[{ items }]}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-surface aria-expanded:bg-surface"
        >
          <EllipsisVertical aria-hidden="true" size={20} />
        </MenuButton>
      ) : (
        <span className={hasMenu ? 'w-11 shrink-0' : 'w-1.5 shrink-0'} />
      )}
    </li>
  )
}
