import type { LucideIcon } from 'lucide-react'
import { type ComponentProps, useRef } from 'react'
import { classNames } from './class-names.ts'
import { useTooltip } from './tooltip.tsx'

const looks = {
  plain: 'bg-control text-ink hover:bg-control-hover',
  /** Switched off: never told by colour alone, so pass the struck icon. */
  off: 'bg-off text-on-off hover:brightness-115',
  /** What it opens is open. */
  active: 'bg-control-on text-on-control-on',
  /** Asks for the attention of everybody. */
  raised: 'bg-attention text-on-attention hover:brightness-105',
  danger: 'bg-danger text-on-danger hover:bg-danger-strong',
}

export interface ControlButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  icon: LucideIcon
  /** Its name, for screen readers and in the tooltip: what a click will do. */
  label: string
  look?: keyof typeof looks
  /** The keys that do the same, shown in the tooltip. Tell screen readers by `aria-keyshortcuts`. */
  shortcut?: string
  /** A number on its corner; 0 shows nothing. Say it in `label` too. */
  badge?: number
}

/** A control of the stage: a 52 px square with an icon, a tooltip, and room for a thumb. */
export function ControlButton({
  icon: Icon,
  label,
  look = 'plain',
  badge = 0,
  shortcut,
  className,
  ...rest
}: ControlButtonProps) {
  const ref = useRef<HTMLButtonElement>(null)
  const tooltip = useTooltip(ref, label, shortcut)
  return (
    <>
      <button
        type="button"
        ref={ref}
        aria-label={label}
        {...rest}
        className={classNames(
          'relative inline-flex size-13 shrink-0 items-center justify-center rounded-control border border-transparent transition-colors duration-150 disabled:opacity-55 aria-disabled:opacity-55',
          looks[look],
          className,
        )}
      >
        <Icon aria-hidden="true" size={22} />
        {badge > 0 && (
          <span
            aria-hidden="true"
            className="absolute -top-1.5 -right-1.5 min-w-5.5 rounded-full border border-transparent bg-attention px-1.5 text-center text-small font-strong text-on-attention"
          >
            {badge}
          </span>
        )}
      </button>
      {tooltip}
    </>
  )
}
