import { classNames } from './class-names.ts'

export type ButtonVariant = 'filled' | 'outline' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const shape =
  'inline-flex items-center justify-center gap-2.5 rounded-control border font-strong whitespace-nowrap select-none transition-colors duration-150 disabled:opacity-55 aria-disabled:opacity-55'

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3.5 text-body touch-target',
  medium: 'min-h-11 px-4 text-body',
  large: 'min-h-13 px-6 text-heading',
}

const variants: Record<ButtonVariant, string> = {
  filled: 'border-transparent bg-brand text-on-brand hover:bg-brand-strong',
  outline: 'border-field-line bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-ink hover:bg-sunken',
  danger: 'border-transparent bg-danger text-on-danger hover:bg-danger-strong',
}

/** Looks of a button, for buttons and for links that look like one. */
export const buttonStyle = (variant: ButtonVariant = 'outline', size: ButtonSize = 'medium', more?: string): string =>
  classNames(shape, sizes[size], variants[variant], more)
