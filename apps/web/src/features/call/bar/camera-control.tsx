import { Gauge, Video, VideoOff } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { useCall } from '../hooks/call-context.ts'
import { useDeviceSections } from '../hooks/use-device-sections.ts'
import { useFlipCamera } from '../hooks/use-flip-camera.ts'
import { useLocal } from '../hooks/use-local.ts'
import { useShortcutProps } from '../hooks/use-shortcut-props.ts'
import { useSparing } from '../hooks/use-sparing.ts'
import { SplitControl } from './split-control.tsx'

export function CameraControl() {
  const t = useT()
  const { local, sparing } = useCall()
  const { camera: on, withheld } = useLocal()
  const refused = withheld.has('camera')
  const isSparing = useSparing().sparing
  const spare = {
    id: 'sparing',
    label: t(isSparing ? 'call.sparing.stop' : 'call.sparing.start'),
    icon: Gauge,
    ...(!isSparing && { detail: t('call.sparing.detail') }),
    onAction: () => sparing.set(!isSparing),
  }
  const sections = [
    ...useDeviceSections(['camera']),
    ...useFlipCamera(),
    { heading: t('call.sparing.heading'), items: [spare] },
  ]
  return (
    <SplitControl
      icon={on ? Video : VideoOff}
      look={on ? 'plain' : 'off'}
      label={t(refused ? 'call.withheld.camera' : on ? 'media.camera.turnOff' : 'media.camera.turnOn')}
      aria-disabled={refused}
      onClick={() => void local.set('camera', !on)}
      {...useShortcutProps('camera')}
      menuLabel={t('call.devices.camera')}
      sections={sections}
    />
  )
}
