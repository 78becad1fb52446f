import { type ReactNode, Suspense } from 'react'
import { lazyOverlay } from './lazy-overlay.ts'

export interface DialogProps {
  title: string
  /** `alertdialog` for a question that must be answered before anything else. */
  role?: 'dialog' | 'alertdialog'
  onClose: () => void
  /** The name of the button that closes it. */
  closeLabel: string
  children: ReactNode
}

const box = lazyOverlay(() => import('./dialog-box.tsx'))

/** Fetches the code of dialogs before one is opened. */
export const prefetchDialog = box.prefetch

/** A modal dialog, open as long as it is rendered; a sheet at the bottom of a phone. Escape and a click outside close it. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense fallback={null}>
      <box.Component {...props} />
    </Suspense>
  )
}
