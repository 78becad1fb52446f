import { X } from 'lucide-react'
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names.ts'
import type { DialogProps } from './dialog-props.ts'
import { IconButton } from './icon-button.tsx'

/** What `Dialog` renders once React Aria is there. */
export default function DialogBox({
  title,
  role = 'dialog',
  onClose,
  closeLabel,
  wide = false,
  children,
}: DialogProps) {
  return (
    <I18nProvider locale={document.documentElement.lang}>
      <ModalOverlay
        isOpen
        isDismissable
        onOpenChange={(open: boolean) => !open && onClose()}
        className="fixed inset-0 z-40 flex items-end justify-center bg-[rgb(8_14_17/0.55)] sm:items-center sm:p-6"
      >
        <Modal
          className={classNames(
            'panel-in max-h-[calc(100dvh-2rem)] w-full overflow-auto overscroll-contain rounded-t-preview border border-line bg-surface pb-[env(safe-area-inset-bottom)] text-ink shadow-raised sm:rounded-preview',
            // Its sections differ in height, and what leads to them keeps its place.
            wide ? 'max-sm:min-h-[calc(100dvh-2rem)] sm:max-w-2xl' : 'sm:max-w-lg',
          )}
        >
          <Dialog role={role} className="p-5 outline-none sm:p-6">
            <header className="flex items-start justify-between gap-4">
              <Heading slot="title" className="min-w-0 pt-2 text-heading font-strong">
                {title}
              </Heading>
              <IconButton icon={X} label={closeLabel} onClick={onClose} className="-mt-0.5 -mr-2" />
            </header>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}
