import { Mic, Video, Volume2 } from 'lucide-react'
import { canChooseSpeaker, type DeviceSort } from '../../platform/media/devices.ts'
import type { LocalMediaState } from '../../platform/media/local-media.ts'
import { DevicePicker } from './device-picker.tsx'

const icons = { microphone: Mic, speaker: Volume2, camera: Video }

export interface DevicePickersProps {
  state: LocalMediaState
  onChoose: (sort: DeviceSort, id: string) => void
}

/** Microphone, speakers where the browser lets one choose, camera. */
export function DevicePickers({ state, onChoose }: DevicePickersProps) {
  const sorts: DeviceSort[] = canChooseSpeaker() ? ['microphone', 'speaker', 'camera'] : ['microphone', 'camera']
  return (
    <div className="grid gap-2.5 sm:auto-cols-fr sm:grid-flow-col">
      {sorts.map((sort) => (
        <DevicePicker
          key={sort}
          sort={sort}
          icon={icons[sort]}
          devices={state.devices[sort]}
          chosen={state.chosen[sort]}
          onChoose={(id) => onChoose(sort, id)}
        />
      ))}
    </div>
  )
}
