import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** What would stand here, and how it comes. */
  text?: string
  action?: ReactNode
}

/** A list with nothing in it says what belongs there. */
export function EmptyState({ icon: Icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-1.5 border-t border-line px-6 py-12 text-center">
      <span className="mb-2 flex size-14 items-center justify-center rounded-full bg-brand-soft text-brand">
        <Icon aria-hidden="true" size={26} />
      </span>
      <p className="font-strong">{title}</p>
      {text && <p className="max-w-[46ch] text-muted">{text}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
