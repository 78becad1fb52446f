import { ChevronUp, type LucideIcon } from 'lucide-react'
import { ControlButton } from '../../../ui/control-button.tsx'
import { MenuButton } from '../../../ui/menu-button.tsx'
import type { MenuSection } from '../../../ui/menu-items.ts'

export interface SplitControlProps {
  icon: LucideIcon
  label: string
  look: 'plain' | 'off' | 'danger'
  onClick: () => void
  shortcut: string
  'aria-keyshortcuts': string
  'aria-disabled'?: boolean
  menuLabel: string
  sections: MenuSection[]
}

const menuLooks = {
  plain: 'bg-control hover:bg-control-hover',
  off: 'bg-control hover:bg-control-hover',
  danger: 'bg-danger text-on-danger hover:bg-danger-strong',
}

/** A control and, beside it, the menu that belongs to it. On a phone the menu is under "more". */
export function SplitControl({ menuLabel, sections, ...control }: SplitControlProps) {
  if (sections.length === 0) return <ControlButton {...control} />
  return (
    <div className="flex gap-px">
      <ControlButton {...control} className="sm:rounded-r-none" />
      <MenuButton
        label={menuLabel}
        sections={sections}
        className={`hidden h-13 w-8 items-center justify-center rounded-r-control border border-transparent transition-colors duration-150 sm:flex ${menuLooks[control.look]}`}
      >
        <ChevronUp aria-hidden="true" size={18} />
      </MenuButton>
    </div>
  )
}
