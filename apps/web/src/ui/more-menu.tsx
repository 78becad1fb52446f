import { EllipsisVertical } from 'lucide-react'
import { MenuButton } from './menu-button.tsx'
import type { MenuSection } from './menu-items.ts'

/** The three dots at the end of a row; keeps its place where there is nothing to do. */
export function MoreMenu({ label, sections }: { label: string; sections: MenuSection[] }) {
  if (sections.length === 0) return <span className="hidden size-11 shrink-0 @3xl:block" />
  return (
    <MenuButton
      label={label}
      sections={sections}
      className="flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-sunken aria-expanded:bg-sunken"
    >
      <EllipsisVertical aria-hidden="true" size={20} />
    </MenuButton>
  )
}
