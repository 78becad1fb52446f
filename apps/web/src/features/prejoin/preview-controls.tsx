import { Mic, MicOff, SlidersHorizontal, Video, VideoOff } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'
import type { LocalMediaState } from '../../platform/media/local-media.ts'
import type { CaptureKind } from '../../platform/media/preferences.ts'
import { ControlButton } from '../../ui/control-button.tsx'

export interface PreviewControlsProps {
  state: LocalMediaState
  onToggle: (kind: CaptureKind) => void
  showDevices: boolean
  onShowDevices: () => void
}

/** Microphone and camera on the picture; on a phone also what opens the device choice. */
export function PreviewControls({ state, onToggle, showDevices, onShowDevices }: PreviewControlsProps) {
  const t = useT()
  const works = ({ on, fault }: { on: boolean; fault: unknown }) => on && fault === null
  const microphoneOn = works(state.microphone)
  const cameraOn = works(state.camera)
  return (
    <div className="absolute inset-x-0 bottom-4 flex justify-center gap-3">
      <ControlButton
        icon={microphoneOn ? Mic : MicOff}
        look={microphoneOn ? 'plain' : 'off'}
        label={t(microphoneOn ? 'media.microphone.turnOff' : 'media.microphone.turnOn')}
        onClick={() => onToggle('microphone')}
      />
      <ControlButton
        icon={cameraOn ? Video : VideoOff}
        look={cameraOn ? 'plain' : 'off'}
        label={t(cameraOn ? 'media.camera.turnOff' : 'media.camera.turnOn')}
        onClick={() => onToggle('camera')}
      />
      <ControlButton
        icon={SlidersHorizontal}
        look={showDevices ? 'active' : 'plain'}
        label={t('prejoin.devices')}
        aria-expanded={showDevices}
        aria-controls="devices"
        onClick={onShowDevices}
        className="sm:hidden"
      />
    </div>
  )
}
