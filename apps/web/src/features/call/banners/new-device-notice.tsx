import { Suspense, useSyncExternalStore } from 'react'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { useCall } from '../hooks/call-context.ts'

const banner = lazyOverlay(() => import('./new-device-banner.tsx'))

/** The place of what is said about a device that was plugged in, once there was one. */
export function NewDeviceNotice() {
  const { devices } = useCall()
  const [first] = useSyncExternalStore(devices.subscribe, devices.getState)
  if (!first) return null
  return (
    <Suspense fallback={null}>
      <banner.Component offered={first} />
    </Suspense>
  )
}
