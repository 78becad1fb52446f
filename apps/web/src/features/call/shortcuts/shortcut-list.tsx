import { isApple } from '../../../platform/apple.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { printedKeys } from '../model/shortcut-keys.ts'
import { shortcuts } from '../model/shortcuts.ts'

/** Every shortcut: what it does, and its keys. */
export function ShortcutList() {
  const t = useT()
  const names = { shift: t('call.key.shift'), space: t('call.key.space') }
  return (
    <dl className="divide-y divide-line">
      {shortcuts.map((shortcut) => (
        <div key={shortcut.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
          <dt>{t(`settings.shortcuts.${shortcut.id}`)}</dt>
          <dd className="flex items-center gap-1">
            {shortcut.held && <span className="text-small text-muted">{t('settings.shortcuts.hold')}</span>}
            {printedKeys(shortcut, isApple(), names).map((key) => (
              <kbd
                key={key}
                className="min-w-8 rounded-md border border-line bg-sunken px-2 py-1 text-center font-sans text-small"
              >
                {key}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
