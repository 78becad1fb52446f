import { EyeOff, FlipHorizontal2, Pin, PinOff } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { MenuItem, MenuSection } from '../../../ui/menu-items.ts'
import { useCall } from './call-context.ts'
import type { CallPerson } from './use-people.ts'
import { useView } from './use-view.ts'

/** Pins somebody for oneself, or lets go. */
export function usePinItem({ identity }: CallPerson): MenuItem {
  const t = useT()
  const { view } = useCall()
  const pinned = useView().pinned.includes(identity)
  return {
    id: 'pin',
    label: t(pinned ? 'call.unpin' : 'call.pin'),
    icon: pinned ? PinOff : Pin,
    onAction: () => view.togglePin(identity),
  }
}

/** What one can do with somebody's tile: pin it, and on one's own also hide or turn it. */
export function useTileSection(person: CallPerson): MenuSection {
  const t = useT()
  const { view } = useCall()
  const pin = usePinItem(person)
  const { mirrorSelf } = useView()
  if (!person.isLocal) return { items: [pin] }
  return {
    items: [
      {
        id: 'mirror',
        label: t(mirrorSelf ? 'call.view.asOthers' : 'call.view.mirrorSelf'),
        icon: FlipHorizontal2,
        onAction: () => view.toggle('mirrorSelf'),
      },
      { id: 'hide', label: t('call.view.hideSelf'), icon: EyeOff, onAction: () => view.toggle('hideSelf') },
    ],
  }
}
