import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export interface NoticeProps {
  title: string
  text?: string
  action?: ReactNode
  /** Fine print to copy. */
  details?: string
}

/** Something went wrong in one part of a page; the rest of it works. */
export function Notice({ title, text, action, details }: NoticeProps) {
  return (
    <div role="alert" className="flex gap-3 rounded-card border border-line bg-danger-soft p-4">
      <TriangleAlert aria-hidden="true" size={20} className="mt-0.5 shrink-0 text-danger-ink" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <p className="font-strong">{title}</p>
        {text && <p>{text}</p>}
        {action && <div className="mt-2">{action}</div>}
        {details && <p className="mt-2 text-small text-muted select-all">{details}</p>}
      </div>
    </div>
  )
}
