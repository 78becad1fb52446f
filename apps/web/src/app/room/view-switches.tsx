import { useSyncExternalStore } from 'react'
import { type ViewStore, viewSwitches } from '../../features/call/model/view.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { SwitchField } from '../../ui/switch-field.tsx'

/** How one looks at the call, as in the menu of layouts: one's own tile, its mirror, those without video. */
export function ViewSwitches({ view }: { view: ViewStore }) {
  const t = useT()
  const chosen = useSyncExternalStore(view.subscribe, view.getState)
  return viewSwitches.map((name) => (
    <SwitchField key={name} label={t(`call.view.${name}`)} checked={chosen[name]} onChange={() => view.toggle(name)} />
  ))
}
