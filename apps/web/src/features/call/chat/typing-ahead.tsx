import { useEffect } from 'react'
import { useCall } from '../hooks/call-context.ts'

/** Stands in for the chat while its code is on the way: what is typed meanwhile is the beginning of the message. */
export function TypingAhead() {
  const { chat } = useCall()
  useEffect(() => {
    function take(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey } = event
      const draft = chat.getDraft()
      if (event.isComposing || ((ctrlKey || metaKey) && !event.getModifierState('AltGraph'))) return
      if (key === 'Backspace') chat.setDraft(draft.slice(0, -1))
      else if (key === 'Enter') chat.setDraft(draft && `${draft}\n`)
      else if (key.length === 1) chat.setDraft(draft + key)
      else return
      // The focus is still on the button that opens and closes the chat.
      event.preventDefault()
    }
    window.addEventListener('keydown', take, true)
    return () => window.removeEventListener('keydown', take, true)
  }, [chat])
  return null
}
