import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus into the field whenever what it is for has changed. */
export function useFocusOnChange(field: RefObject<HTMLElement | null>, purpose: unknown): void {
  const before = useRef(purpose)
  useEffect(() => {
    if (before.current === purpose) return
    before.current = purpose
    field.current?.focus()
  }, [field, purpose])
}
