import { useState } from 'react'
import { useCall } from './call-context.ts'
import { useLocal } from './use-local.ts'

/** Whether one is still to be told that one's microphone was switched off on entry; and that one has read it. */
export function useEnteredMuted(): [untold: boolean, read: () => void] {
  const { enteredMuted } = useCall()
  const { microphone } = useLocal()
  const [untold, setUntold] = useState(enteredMuted)
  if (untold && microphone) setUntold(false)
  return [untold, () => setUntold(false)]
}
