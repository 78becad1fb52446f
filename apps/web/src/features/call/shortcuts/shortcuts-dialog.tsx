import { useT } from '../../../platform/i18n/use-t.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { ShortcutList } from './shortcut-list.tsx'

/** What `?` opens. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  return (
    <Dialog title={t('settings.shortcuts.title')} closeLabel={t('common.close')} onClose={onClose}>
      <div className="mt-4">
        <ShortcutList />
      </div>
    </Dialog>
  )
}
