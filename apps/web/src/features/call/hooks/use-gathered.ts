import { useEffect, useEffectEvent, useState } from 'react'
import { createGathering } from '../model/gathering.ts'

/** Returns what to hand over whatever happens; it is told at once, `afterMs` after the first of it. */
export function useGathered<T>(
  tell: (all: readonly T[]) => void,
  afterMs: number,
): (...happened: readonly T[]) => void {
  const say = useEffectEvent(tell)
  const [{ add, stop }] = useState(() => createGathering<T>((all) => say(all), afterMs))
  useEffect(() => stop, [stop])
  return add
}
