import { useSyncExternalStore } from 'react'
import { useCall } from './call-context.ts'

/** How loud one hears somebody, 0 to 1, and how to change it. */
export function useVolume(identity: string): [number, (volume: number) => void] {
  const { volumes } = useCall()
  const volume = useSyncExternalStore(volumes.subscribe, () => volumes.get(identity))
  return [volume, (next) => volumes.set(identity, next)]
}
