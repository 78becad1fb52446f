import type { RefObject } from 'react'
import { Tooltip } from 'react-aria-components'

export interface TooltipBubbleProps {
  anchor: RefObject<HTMLElement | null>
  text: string
  shortcut?: string
}

/** What `useTooltip` shows; placed by React Aria so that it stays on screen. */
export default function TooltipBubble({ anchor, text, shortcut }: TooltipBubbleProps) {
  return (
    <Tooltip
      triggerRef={anchor}
      isOpen
      offset={8}
      className="pointer-events-none flex max-w-64 items-center gap-2 rounded-md border border-transparent bg-ink px-2.5 py-1.5 text-small text-paper shadow-raised"
    >
      {text}
      {shortcut && <kbd className="rounded-sm border border-current/40 px-1 font-sans text-xs">{shortcut}</kbd>}
    </Tooltip>
  )
}
