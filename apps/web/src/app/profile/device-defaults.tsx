import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Mic, Video, Volume2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { DevicePicker } from '../../features/prejoin/device-picker.tsx'
import { PictureSizes } from '../../features/settings/picture-sizes.tsx'
import { useT } from '../../platform/i18n/use-t.ts'
import {
  canChooseSpeaker,
  type DeviceSort,
  listDevices,
  noDevices,
  onDeviceChange,
} from '../../platform/media/devices.ts'
import {
  type CaptureKind,
  preferDevice,
  preferOn,
  preferredDevice,
  prefersOn,
} from '../../platform/media/preferences.ts'
import { SwitchField } from '../../ui/switch-field.tsx'

const icons = { microphone: Mic, speaker: Volume2, camera: Video }
const kinds: CaptureKind[] = ['microphone', 'camera']

const devicesQuery = { queryKey: ['devices'], queryFn: listDevices }

/** With what one comes into a call from this browser, and how large pictures may be anywhere. */
export function DeviceDefaults() {
  const t = useT()
  const sorts: DeviceSort[] = canChooseSpeaker() ? ['microphone', 'speaker', 'camera'] : ['microphone', 'camera']
  const devices = useDevices()
  const [chosen, setChosen] = useState<Partial<Record<DeviceSort, string>>>({})
  const [on, setOn] = useState({ microphone: prefersOn('microphone'), camera: prefersOn('camera') })
  const named = sorts.some((sort) => devices[sort].length > 0)
  return (
    <>
      <div className="grid gap-2.5">
        {sorts.map((sort) => (
          <DevicePicker
            key={sort}
            sort={sort}
            icon={icons[sort]}
            devices={devices[sort]}
            chosen={chosen[sort] ?? preferredDevice(sort)}
            onChoose={(id) => {
              preferDevice(sort, id)
              setChosen({ ...chosen, [sort]: id })
            }}
          />
        ))}
        {!named && <p className="text-small text-muted">{t('profile.devices.unnamed')}</p>}
      </div>
      <div>
        {kinds.map((kind) => (
          <SwitchField
            key={kind}
            label={t(`profile.devices.${kind}On`)}
            checked={on[kind]}
            onChange={(checked) => {
              preferOn(kind, checked)
              setOn({ ...on, [kind]: checked })
            }}
          />
        ))}
      </div>
      <PictureSizes />
    </>
  )
}

/** None over plain http, and none with an id before the browser has been allowed a capture. */
function useDevices() {
  const client = useQueryClient()
  useEffect(() => onDeviceChange(() => void client.invalidateQueries(devicesQuery)), [client])
  return useQuery(devicesQuery).data ?? noDevices
}
