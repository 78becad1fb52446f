import { LayoutGrid, type LucideIcon, PanelRight, PanelTop, Sparkles } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { MenuSection } from '../../../ui/menu-items.ts'
import { type Layout, layouts, viewSwitches } from '../model/view.ts'
import { useCall } from './call-context.ts'
import { useView } from './use-view.ts'

export const layoutIcons: Readonly<Record<Layout, LucideIcon>> = {
  auto: Sparkles,
  grid: LayoutGrid,
  speaker: PanelTop,
  sidebar: PanelRight,
}

/** Sections of a menu in which one chooses how one looks at the call. */
export function useViewSections(): MenuSection[] {
  const t = useT()
  const { view } = useCall()
  const chosen = useView()
  return [
    {
      heading: t('call.layout'),
      items: layouts.map((layout) => ({
        id: `layout:${layout}`,
        label: t(`call.layout.${layout}`),
        icon: layoutIcons[layout],
        selected: chosen.layout === layout,
        onAction: () => view.setLayout(layout),
      })),
    },
    {
      heading: t('call.view'),
      several: true,
      items: viewSwitches.map((name) => ({
        id: `view:${name}`,
        label: t(`call.view.${name}`),
        selected: chosen[name],
        onAction: () => view.toggle(name),
      })),
    },
  ]
}
