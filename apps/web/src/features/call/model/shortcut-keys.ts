import { type Shortcut, type ShortcutId, shortcuts } from './shortcuts.ts'

/** Names of keys that differ between languages. */
export interface KeyNames {
  shift: string
  space: string
}

export const shortcutFor = (id: ShortcutId): Shortcut => {
  const found = shortcuts.find((shortcut) => shortcut.id === id)
  if (!found) throw new Error(`there is no shortcut ${id}`)
  return found
}

const appleSigns = { mod: '⌘', alt: '⌥', shift: '⇧' } as const

/** The keys one by one, as they are printed: `Ctrl`, `Maj`, `H`, or `⌘`, `⇧`, `H`. */
export function printedKeys({ key, modifiers }: Shortcut, apple: boolean, names: KeyNames): string[] {
  const signs = apple ? appleSigns : { mod: 'Ctrl', alt: 'Alt', shift: names.shift }
  return [...modifiers.map((modifier) => signs[modifier]), key === 'space' ? names.space : key.toUpperCase()]
}

/** As `aria-keyshortcuts` wants them: `Control+Shift+H`. */
export function ariaKeys({ key, modifiers }: Shortcut, apple: boolean): string {
  const words = { mod: apple ? 'Meta' : 'Control', alt: 'Alt', shift: 'Shift' }
  return [...modifiers.map((modifier) => words[modifier]), key === 'space' ? 'Space' : key.toUpperCase()].join('+')
}
