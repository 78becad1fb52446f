import { Suspense } from 'react'
import type { DialogProps } from './dialog-props.ts'
import { lazyOverlay } from './lazy-overlay.ts'

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
