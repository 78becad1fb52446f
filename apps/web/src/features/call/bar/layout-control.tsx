import { useT } from '../../../platform/i18n/use-t.ts'
import { MenuButton } from '../../../ui/menu-button.tsx'
import { useView } from '../hooks/use-view.ts'
import { layoutIcons, useViewSections } from '../hooks/use-view-sections.ts'

/** How one looks at the call, on the right of the bar; its icon is the layout in use. A phone has it under "more". */
export function LayoutControl() {
  const t = useT()
  const Icon = layoutIcons[useView().layout]
  return (
    <MenuButton
      label={t('call.layout')}
      sections={useViewSections()}
      className="inline-flex size-13 shrink-0 items-center justify-center rounded-control border border-transparent bg-control transition-colors duration-150 hover:bg-control-hover aria-expanded:bg-control-on aria-expanded:text-on-control-on"
    >
      <Icon aria-hidden="true" size={22} />
    </MenuButton>
  )
}
