import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface BannerProps {
  icon: LucideIcon
  tone?: 'attention' | 'plain'
  action?: ReactNode
  children: ReactNode
}

/** A line above what it is about, which makes room for it: nothing is covered. */
export function Banner({ icon: Icon, tone = 'plain', action, children }: BannerProps) {
  return (
    <div
      className={classNames(
        'panel-in flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border px-4 py-2 tight:gap-x-3 tight:px-3 tight:text-small',
        tone === 'attention' ? 'border-attention-line bg-attention-soft' : 'border-line bg-surface',
      )}
    >
      <Icon aria-hidden="true" size={20} className="shrink-0" />
      <div className="min-w-0 flex-1 basis-40">{children}</div>
      {action && <div className="ml-auto flex flex-wrap justify-end gap-2">{action}</div>}
    </div>
  )
}
