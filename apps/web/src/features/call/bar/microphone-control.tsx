import { Mic, MicOff } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { useCall } from '../hooks/call-context.ts'
import { useDeviceSections } from '../hooks/use-device-sections.ts'
import { useLocal } from '../hooks/use-local.ts'
import { useShortcutProps } from '../hooks/use-shortcut-props.ts'
import { SplitControl } from './split-control.tsx'

export function MicrophoneControl() {
  const t = useT()
  const { local } = useCall()
  const { microphone: on, withheld } = useLocal()
  const refused = withheld.has('microphone')
  const sections = useDeviceSections(['microphone', 'speaker'])
  return (
    <SplitControl
      icon={on ? Mic : MicOff}
      look={on ? 'plain' : 'off'}
      label={t(refused ? 'call.withheld.microphone' : on ? 'media.microphone.turnOff' : 'media.microphone.turnOn')}
      aria-disabled={refused}
      onClick={() => void local.set('microphone', !on)}
      {...useShortcutProps('microphone')}
      menuLabel={t('call.devices.sound')}
      sections={sections}
    />
  )
}
