import { useState } from 'react'
import type { LocalMedia, LocalMediaState } from '../../platform/media/local-media.ts'
import { DevicePickers } from './device-pickers.tsx'
import { FaultNotice } from './fault-notice.tsx'
import { LevelBar } from './level-bar.tsx'
import { PreviewControls } from './preview-controls.tsx'
import { PreviewPicture } from './preview-picture.tsx'
import { sharedFault } from './shared-fault.ts'

export interface PreviewProps {
  media: LocalMedia
  state: LocalMediaState
  /** Initials and colour stand in for the picture. */
  name: string
}

/** How one will be seen and heard: the picture, what is switched on, the devices, and the proof that one is heard. */
export function Preview({ media, state, name }: PreviewProps) {
  const [showDevices, setShowDevices] = useState(false)
  const { camera, microphone } = state
  const both = sharedFault(camera, microphone)
  return (
    <div className="flex flex-col gap-4">
      {/* One clip for background and picture: two rounded edges on top of each other leave dark slivers at the corners. */}
      <div className="relative flex aspect-[4/3.35] w-full flex-col rounded-preview border border-transparent bg-surface bg-clip-padding text-ink scheme-dark [clip-path:inset(0_round_1.25rem)] sm:aspect-video">
        <PreviewPicture camera={camera} name={name} what={both ? 'both' : 'camera'} onRetry={() => media.start()} />
        <PreviewControls
          state={state}
          onToggle={media.toggle}
          showDevices={showDevices}
          onShowDevices={() => setShowDevices((shown) => !shown)}
        />
      </div>
      {microphone.on && microphone.fault && !both && (
        <FaultNotice fault={microphone.fault} what="microphone" onRetry={() => media.retry('microphone')} />
      )}
      <div id="devices" className={showDevices ? undefined : 'hidden sm:block'}>
        <DevicePickers state={state} onChoose={media.choose} />
      </div>
      <LevelBar microphone={microphone} />
    </div>
  )
}
