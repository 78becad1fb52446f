import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

const tones = {
  neutral: 'bg-sunken text-muted',
  brand: 'bg-brand-soft text-brand',
  success: 'bg-success-soft text-on-success-soft',
  attention: 'bg-attention-soft text-on-attention-soft',
  danger: 'bg-danger-soft text-danger-ink',
}

export interface BadgeProps {
  tone?: keyof typeof tones
  /** A dot before the words, for what is going on now. */
  live?: boolean
  children: ReactNode
}

/** One or two words about a thing, never told by colour alone. */
export function Badge({ tone = 'neutral', live = false, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-full border border-transparent px-2.5 py-0.5 text-small font-strong whitespace-nowrap',
        tones[tone],
      )}
    >
      {live && <span aria-hidden="true" className="size-2 rounded-full bg-current" />}
      {children}
    </span>
  )
}
