import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { DialogActions } from './dialog-actions.tsx'

export interface ConfirmDialogProps {
  title: string
  confirmLabel: string
  cancelLabel: string
  /** What cannot be taken back is red. */
  danger?: boolean
  busy: boolean
  onConfirm: () => void
  onClose: () => void
  /** What will happen, and what is lost. */
  children: ReactNode
}

/** Asks before something that cannot be taken back. The focus starts on the way out. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirmLabel, cancelLabel, danger = false, busy, onConfirm, onClose, children } = props
  return (
    <Dialog role="alertdialog" title={title} closeLabel={cancelLabel} onClose={onClose}>
      <div className="mt-2 flex flex-col gap-3">{children}</div>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {cancelLabel}
        </Button>
        <Button variant={danger ? 'danger' : 'filled'} busy={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
