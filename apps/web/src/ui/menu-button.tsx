import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { lazyOverlay } from './lazy-overlay.ts'
import type { MenuSection } from './menu-items.ts'
import type { MenuPopupProps } from './menu-popup.tsx'

/** What a menu's button opens. */
export interface MenuPopup {
  prefetch: () => void
  render: (props: MenuPopupProps) => ReactNode
}

export interface MenuButtonProps {
  /** The accessible name of the button and of the menu. */
  label: string
  sections: MenuSection[]
  className?: string
  /** What opens in place of the plain menu, with items that take code of their own. */
  popup?: MenuPopup
  children: ReactNode
}

const menu = lazyOverlay(() => import('./menu-popup.tsx'))
/** A menu of its sections and nothing else. */
export const plainMenu: MenuPopup = { prefetch: menu.prefetch, render: (props) => <menu.Component {...props} /> }

/** A button that opens a menu. The menu's code is fetched when the pointer or focus comes near, and then kept. */
export function MenuButton({ label, sections, className, popup = plainMenu, children }: MenuButtonProps) {
  const ref = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const chosen = useRef<(() => void) | null>(null)

  // The action runs when the menu is gone and the button has the focus again: a dialog that it opens gives it back here.
  useEffect(() => {
    if (open || !chosen.current) return
    const action = chosen.current
    chosen.current = null
    ref.current?.focus()
    action()
  }, [open])

  return (
    <>
      <button
        type="button"
        ref={ref}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        className={className}
        onPointerEnter={popup.prefetch}
        onFocus={popup.prefetch}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {children}
      </button>
      {open && (
        <Suspense fallback={null}>
          {popup.render({
            anchor: ref,
            label,
            sections,
            onChoose: (item) => {
              chosen.current = item.onAction
            },
            onClose: () => setOpen(false),
          })}
        </Suspense>
      )}
    </>
  )
}
