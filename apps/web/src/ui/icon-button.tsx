import type { LucideIcon } from 'lucide-react'
import { type ComponentProps, useRef } from 'react'
import { classNames } from './class-names.ts'
import { useTooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  icon: LucideIcon
  /** Its name, for screen readers and in the tooltip. */
  label: string
}

/** A square button that shows only an icon; its name appears beside it on hover and focus. */
export function IconButton({ icon: Icon, label, className, ...rest }: IconButtonProps) {
  const ref = useRef<HTMLButtonElement>(null)
  const tooltip = useTooltip(ref, label)
  return (
    <>
      <button
        type="button"
        ref={ref}
        aria-label={label}
        {...rest}
        className={classNames(
          'inline-flex size-11 shrink-0 items-center justify-center rounded-control border border-transparent text-ink transition-colors duration-150 hover:bg-sunken aria-expanded:bg-sunken disabled:opacity-55 aria-disabled:opacity-55',
          className,
        )}
      >
        <Icon aria-hidden="true" size={20} />
      </button>
      {tooltip}
    </>
  )
}
