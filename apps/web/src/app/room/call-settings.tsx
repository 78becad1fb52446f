import { Mic, Video, Volume2 } from 'lucide-react'
import { useCall } from '../../features/call/hooks/call-context.ts'
import { useDevices } from '../../features/call/hooks/use-devices.ts'
import { useLocal } from '../../features/call/hooks/use-local.ts'
import { ShortcutList } from '../../features/call/shortcuts/shortcut-list.tsx'
import { DevicePicker } from '../../features/prejoin/device-picker.tsx'
import { LevelBar } from '../../features/prejoin/level-bar.tsx'
import { SettingsDialog } from '../../features/settings/settings-dialog.tsx'
import { useT } from '../../platform/i18n/use-t.ts'
import { canChooseSpeaker, type DeviceSort } from '../../platform/media/devices.ts'
import { faultText } from '../../platform/media/fault-text.ts'
import { faultOf } from '../../platform/media/faults.ts'
import { toast } from '../../ui/toast.tsx'
import { ViewSwitches } from './view-switches.tsx'

const icons = { microphone: Mic, speaker: Volume2, camera: Video }

/** The settings as they are within a call: its devices, its keys. */
export function CallSettings({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { local, view } = useCall()
  const on = useLocal().microphone
  const { devices, active, choose } = useDevices()
  const track = local.getTrack('microphone')?.mediaStreamTrack ?? null
  const picker = (sort: DeviceSort) => (
    <DevicePicker
      sort={sort}
      icon={icons[sort]}
      devices={devices[sort]}
      chosen={active[sort]}
      onChoose={(id) =>
        void choose(sort, id).catch((error: unknown) => toast(faultText(t, faultOf(error), sort).title, 'failed'))
      }
    />
  )
  return (
    <SettingsDialog
      audio={
        <>
          {picker('microphone')}
          <LevelBar microphone={{ on, track, status: 'live', fault: null }} />
          {canChooseSpeaker() && picker('speaker')}
        </>
      }
      video={
        <>
          {picker('camera')}
          <ViewSwitches view={view} />
        </>
      }
      shortcuts={<ShortcutList />}
      onClose={onClose}
    />
  )
}
