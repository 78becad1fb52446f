import { EllipsisVertical } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { MenuButton } from '../../../ui/menu-button.tsx'
import type { CallPerson } from '../hooks/use-people.ts'
import { useTileSection } from '../hooks/use-tile-section.ts'
import { personPopup } from '../moderation/person-popup.tsx'

/** What one can do with a tile; seen while one points at it or has the focus on it, and always on a touch screen. */
export function TileMenu({ person }: { person: CallPerson }) {
  const t = useT()
  return (
    <MenuButton
      label={t('call.tile.menu', { name: person.name })}
      sections={[useTileSection(person)]}
      popup={personPopup(person)}
      className="absolute top-1.5 right-1.5 inline-flex size-9 items-center justify-center rounded-control border border-transparent bg-[rgb(8_14_17/0.72)] transition-opacity duration-150 not-group-hover/tile:opacity-0 hover:bg-control-hover focus-visible:opacity-100! aria-expanded:opacity-100! pointer-coarse:opacity-100! pointer-coarse:after:absolute pointer-coarse:after:-inset-1 @max-[12rem]:size-7"
    >
      <EllipsisVertical aria-hidden="true" size={18} />
    </MenuButton>
  )
}
