/** What can be done in a call by keys alone. */
export type ShortcutId = 'microphone' | 'camera' | 'talk' | 'participants' | 'leave' | 'help'

type Modifier = 'mod' | 'alt' | 'shift'

export interface Shortcut {
  readonly id: ShortcutId
  /** A letter, `?` or `space`. */
  readonly key: string
  /** `mod` is Ctrl, on an Apple machine Command. Without any it is a bare key, which typing must be able to use. */
  readonly modifiers: readonly Modifier[]
  /** Does something for as long as it is held. */
  readonly held?: true
}

/** The one table of them, in the order of the list. Microphone, camera and panel as in other meeting rooms. */
export const shortcuts: readonly Shortcut[] = [
  { id: 'microphone', key: 'd', modifiers: ['mod'] },
  { id: 'camera', key: 'e', modifiers: ['mod'] },
  { id: 'talk', key: 'space', modifiers: [], held: true },
  { id: 'participants', key: 'p', modifiers: ['mod', 'alt'] },
  { id: 'leave', key: 'h', modifiers: ['mod', 'shift'] },
  { id: 'help', key: '?', modifiers: [] },
]

/** As much of a KeyboardEvent as tells which shortcut it is. */
export interface Keys {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  /** AltGr types a character, though Windows says that Ctrl and Alt are down. */
  altGraph: boolean
}

/** The character, or on keyboards without Latin letters (and with Option, on a Mac) the one at its place. */
function characterOf({ key, code }: Keys): string {
  if (key === ' ') return 'space'
  if (/^[a-z?]$/i.test(key)) return key.toLowerCase()
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key
}

/** The shortcut that these keys are, or null. */
export function shortcutOf(keys: Keys, apple: boolean): Shortcut | null {
  if (keys.altGraph) return null
  const character = characterOf(keys)
  const [mod, other] = apple ? [keys.metaKey, keys.ctrlKey] : [keys.ctrlKey, keys.metaKey]
  if (other) return null
  const down = { mod, alt: keys.altKey, shift: keys.shiftKey }
  const found = shortcuts.find(
    ({ key, modifiers }) =>
      key === character &&
      // Which other key types a question mark is the keyboard's affair.
      (key === '?'
        ? !mod && !down.alt
        : (['mod', 'alt', 'shift'] as const).every((modifier) => down[modifier] === modifiers.includes(modifier))),
  )
  return found ?? null
}

const typing = 'input, select, textarea, [contenteditable]:not([contenteditable="false"])'
const choosing = '[role="menu"], [role="listbox"]'
const usingSpace =
  'button, summary, video[controls], [role="button"], [role="checkbox"], [role="switch"], [role="radio"], [role="tab"], [role="slider"]'

/** Whether a shortcut is free where the focus is: a bare key belongs to what is typed in, chosen from or pressed. */
export function isFree({ modifiers, key }: Shortcut, focus: Element | null): boolean {
  if (modifiers.length > 0 || focus === null) return true
  if (focus.closest(`${typing}, ${choosing}`)) return false
  return key !== 'space' || !focus.closest(usingSpace)
}
