import { messageMaxLength } from '@visavis/contracts'
import type { RefObject } from 'react'
import { insertText } from './insert-text.ts'

/** Puts something in at the caret of the field, in place of what is selected there, and goes on after it. */
export function useInsert(field: RefObject<HTMLTextAreaElement | null>, onChange: (text: string) => void) {
  return (insertion: string) => {
    const element = field.current
    if (!element) return
    const { text, caret } = insertText(element.value, insertion, element.selectionStart, element.selectionEnd)
    if (text.length <= messageMaxLength) onChange(text)
    // Once the field has the new text, and whatever was open has given the focus back.
    requestAnimationFrame(() => {
      element.focus()
      element.setSelectionRange(caret, caret)
    })
  }
}
