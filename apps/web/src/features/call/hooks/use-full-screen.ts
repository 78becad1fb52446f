import { type RefObject, useEffect, useState } from 'react'

/** Whether an element has the whole screen, and how to give and take it; null where the browser cannot. */
export function useFullScreen(ref: RefObject<HTMLElement | null>): { on: boolean; toggle: (() => void) | null } {
  const [on, setOn] = useState(false)
  useEffect(() => {
    const read = () => setOn(document.fullscreenElement !== null && document.fullscreenElement === ref.current)
    document.addEventListener('fullscreenchange', read)
    return () => document.removeEventListener('fullscreenchange', read)
  }, [ref])
  const toggle = () => {
    // A refusal leaves things as they are, which is what is seen.
    if (on) void document.exitFullscreen().catch(() => undefined)
    else void ref.current?.requestFullscreen().catch(() => undefined)
  }
  return { on, toggle: document.fullscreenEnabled ? toggle : null }
}
