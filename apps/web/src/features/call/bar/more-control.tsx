import { Ellipsis } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { MenuButton, plainMenu } from '../../../ui/menu-button.tsx'
import type { MoreActions } from './more-menu.tsx'

const menu = lazyOverlay(async () => ({ default: (await import('./more-menu.tsx')).MoreMenu }))

function prefetch() {
  plainMenu.prefetch()
  menu.prefetch()
}

/** On a phone or a tablet: everything that has no place in thumb reach. */
export function MoreControl(actions: MoreActions) {
  return (
    <MenuButton
      label={useT()('call.more')}
      sections={[]}
      popup={{ prefetch, render: (plain) => <menu.Component {...plain} {...actions} /> }}
      className="inline-flex size-13 items-center justify-center rounded-control border border-transparent bg-control hover:bg-control-hover lg:hidden"
    >
      <Ellipsis aria-hidden="true" size={22} />
    </MenuButton>
  )
}
