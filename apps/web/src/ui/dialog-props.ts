import type { ReactNode } from 'react'

/** What a dialog is told, before and after its code has arrived. */
export interface DialogProps {
  title: string
  /** `alertdialog` for a question that must be answered before anything else. */
  role?: 'dialog' | 'alertdialog'
  onClose: () => void
  /** The name of the button that closes it. */
  closeLabel: string
  /** Has more to show than a question. */
  wide?: boolean
  children: ReactNode
}
