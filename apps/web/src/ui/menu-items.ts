import type { LucideIcon } from 'lucide-react'

/** One thing that a menu offers. */
export interface MenuItem {
  id: string
  label: string
  icon?: LucideIcon
  /** An emoji that stands for it alone: the label is then its name, and many find room beside each other. */
  sign?: string
  /** A second line, smaller. */
  detail?: string
  /** Whether it is the chosen one of its section, or on; undefined where there is nothing to choose. */
  selected?: boolean
  danger?: boolean
  disabled?: boolean
  onAction: () => void
}

/** Items under a heading; a menu is a list of these. */
export interface MenuSection {
  heading?: string
  /** Each item is on or off by itself, instead of one being the chosen one. */
  several?: boolean
  items: MenuItem[]
}
