import type { Breakout, BreakoutPerson } from '@visavis/contracts'
import { ChevronsUpDown } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { MenuButton } from '../../../ui/menu-button.tsx'

export interface PeopleToAssignProps {
  people: readonly BreakoutPerson[]
  rooms: readonly Breakout[]
  onAssign: (identity: string, breakoutId: string | null) => void
  /** What it is called to be in none of them. */
  none: string
  /** What is to be said of somebody. */
  remark?: (person: BreakoutPerson) => string | null
}

/** People, each with a menu of the rooms that they can be put in. */
export function PeopleToAssign({ people, rooms, onAssign, none, remark }: PeopleToAssignProps) {
  const t = useT()
  return (
    <ul className="flex flex-col">
      {people.map((person) => {
        const { identity, displayName, host, assignedId } = person
        const remarks = [host && t('breakouts.host'), remark?.(person)].filter(Boolean)
        const to = rooms.map(({ id, name }) => ({
          id,
          label: name,
          selected: id === assignedId,
          onAction: () => onAssign(identity, id),
        }))
        const toNone = {
          id: 'none',
          label: none,
          selected: assignedId === null,
          onAction: () => onAssign(identity, null),
        }
        return (
          <li key={identity}>
            <MenuButton
              label={t('breakouts.assign', { name: [displayName, ...remarks].join(' · ') })}
              sections={[{ heading: t('breakouts.assign.to'), items: [...to, toNone] }]}
              className="flex min-h-11 w-full items-center gap-2 rounded-control px-2 text-left hover:bg-sunken aria-expanded:bg-sunken"
            >
              <span dir="auto" className="min-w-0 flex-1 truncate text-left">
                {displayName}
                {remarks.length > 0 && <span className="text-small text-muted"> · {remarks.join(' · ')}</span>}
              </span>
              <ChevronsUpDown aria-hidden="true" size={18} className="shrink-0 text-muted" />
            </MenuButton>
          </li>
        )
      })}
    </ul>
  )
}
