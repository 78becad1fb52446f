import { isApple } from '../../../platform/apple.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { ariaKeys, printedKeys, shortcutFor } from '../model/shortcut-keys.ts'
import type { ShortcutId } from '../model/shortcuts.ts'

/** What a control says of its shortcut: in its tooltip and to screen readers. */
export function useShortcutProps(id: ShortcutId): { shortcut: string; 'aria-keyshortcuts': string } {
  const t = useT()
  const apple = isApple()
  const names = { shift: t('call.key.shift'), space: t('call.key.space') }
  const shortcut = shortcutFor(id)
  return {
    shortcut: printedKeys(shortcut, apple, names).join(apple ? '' : '+'),
    'aria-keyshortcuts': ariaKeys(shortcut, apple),
  }
}
