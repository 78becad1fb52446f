import type { ReactNode } from 'react'
import { CallFacts } from './bar/call-facts.tsx'

/** On a phone: what this is, and the panels, above the stage. */
export function PhoneHeader({ panels }: { panels: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4 px-4 pt-[max(0.625rem,env(safe-area-inset-top))] pb-1 sm:hidden">
      <CallFacts />
      <div className="flex gap-3">{panels}</div>
    </div>
  )
}
