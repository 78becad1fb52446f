import { type RefObject, useState } from 'react'
import { type MentionQuery, mentionBefore, namesFor } from './mention-query.ts'

const none: readonly string[] = []

/** Completes a name after @: the arrows choose, Enter and Tab take, and the field keeps the focus. */
export function useMention(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  people: readonly string[],
  onChange: (text: string) => void,
) {
  const [typed, setTyped] = useState<MentionQuery | null>(null)
  const [chosen, setChosen] = useState(0)
  const names = typed === null ? none : namesFor(typed.query, people)
  const active = Math.min(chosen, Math.max(0, names.length - 1))

  function pick(name: string) {
    if (typed === null) return
    const end = typed.at + 1 + typed.query.length
    onChange(`${text.slice(0, typed.at)}@${name} ${text.slice(end)}`)
    setTyped(null)
    const caret = typed.at + name.length + 2
    // Once the field has the new text.
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret))
  }

  return {
    names,
    active,
    pick,
    dismiss: () => setTyped(null),
    look({ value, selectionStart }: HTMLTextAreaElement) {
      setTyped(mentionBefore(value, selectionStart))
      setChosen(0)
    },
    /** Whether the key was for the list of names. */
    takeKey(key: string): boolean {
      const name = names[active]
      if (name === undefined) return false
      if (key === 'ArrowDown') setChosen((active + 1) % names.length)
      else if (key === 'ArrowUp') setChosen((active + names.length - 1) % names.length)
      else if (key === 'Enter' || key === 'Tab') pick(name)
      else return false
      return true
    },
  }
}
