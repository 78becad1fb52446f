import { useState } from 'react'

const atFirst = 150
const step = 100

/** The last of a list, and more of them on demand: a browser has better things to draw than thousands of old messages. */
export function useShownEnd<T>(all: readonly T[]) {
  const [most, setMost] = useState(atFirst)
  return {
    shown: all.slice(-most),
    /** Whether there are more than are shown. */
    hidden: all.length > most,
    showMore: () => setMost(most + step),
  }
}
