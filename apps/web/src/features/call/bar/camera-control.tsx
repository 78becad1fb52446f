import { Video, VideoOff } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { useCall } from '../hooks/call-context.ts'
import { useDeviceSections } from '../hooks/use-device-sections.ts'
import { useLocal } from '../hooks/use-local.ts'
import { SplitControl } from './split-control.tsx'

export function CameraControl() {
  const t = useT()
  const { local } = useCall()
  const on = useLocal().camera
  const sections = useDeviceSections(['camera'])
  return (
    <SplitControl
      icon={on ? Video : VideoOff}
      look={on ? 'plain' : 'off'}
      label={t(on ? 'media.camera.turnOff' : 'media.camera.turnOn')}
      onClick={() => void local.set('camera', !on)}
      menuLabel={t('call.devices.camera')}
      sections={sections}
    />
  )
}
