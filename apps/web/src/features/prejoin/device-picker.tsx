import { ChevronDown, type LucideIcon } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'
import { deviceLabel } from '../../platform/media/device-label.ts'
import type { Device, DeviceSort } from '../../platform/media/devices.ts'

export interface DevicePickerProps {
  sort: DeviceSort
  icon: LucideIcon
  devices: readonly Device[]
  chosen: string | null
  onChoose: (id: string) => void
}

/** A choice among devices by the browser's own control: the phone's wheel, the keyboard's letters, no code. */
export function DevicePicker({ sort, icon: Icon, devices, chosen, onChoose }: DevicePickerProps) {
  const t = useT()
  const known = devices.some(({ id }) => id === chosen)
  return (
    <div className="relative">
      <Icon
        aria-hidden="true"
        size={20}
        className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-muted"
      />
      <select
        aria-label={t(`media.${sort}`)}
        value={known && chosen !== null ? chosen : ''}
        disabled={devices.length === 0}
        onChange={(event) => onChoose(event.target.value)}
        className="min-h-11 w-full appearance-none truncate rounded-control border border-field-line bg-surface pr-9 pl-11 font-strong hover:bg-sunken disabled:text-muted"
      >
        {!known && <option value="">{t(`media.${sort}.default`)}</option>}
        {devices.map((device, index) => (
          <option key={device.id} value={device.id}>
            {deviceLabel(t, sort, device, index)}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        size={18}
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted"
      />
    </div>
  )
}
