import type { RefObject } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components'

export interface TooltipBubbleProps {
  anchor: RefObject<HTMLElement | null>
  text: string
  shortcut?: string
}

// `useTooltip` opens and closes by mounting; React Aria only places what it is told is open.
const alwaysOpen = { isOpen: true, shouldSkipAnimation: true, open() {}, close() {} }

/** What `useTooltip` shows; placed by React Aria so that it stays on screen. */
export default function TooltipBubble({ anchor, text, shortcut }: TooltipBubbleProps) {
  return (
    <TooltipTriggerStateContext value={alwaysOpen}>
      <Tooltip
        triggerRef={anchor}
        offset={8}
        className="pointer-events-none flex max-w-64 items-center gap-2 rounded-md border border-transparent bg-ink px-2.5 py-1.5 text-small text-paper shadow-raised"
      >
        {text}
        {shortcut && <kbd className="rounded-sm border border-current/40 px-1 font-sans text-xs">{shortcut}</kbd>}
      </Tooltip>
    </TooltipTriggerStateContext>
  )
}
