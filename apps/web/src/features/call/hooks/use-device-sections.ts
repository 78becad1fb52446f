import { useT } from '../../../platform/i18n/use-t.ts'
import { deviceLabel } from '../../../platform/media/device-label.ts'
import type { DeviceSort } from '../../../platform/media/devices.ts'
import { faultText } from '../../../platform/media/fault-text.ts'
import { faultOf } from '../../../platform/media/faults.ts'
import type { MenuSection } from '../../../ui/menu-items.ts'
import { toast } from '../../../ui/toast.tsx'
import { useDevices } from './use-devices.ts'

/** Sections of a menu in which a device of each sort is chosen; sorts without a choice are left out. */
export function useDeviceSections(sorts: readonly DeviceSort[]): MenuSection[] {
  const t = useT()
  const { devices, active, choose } = useDevices()
  return sorts
    .filter((sort) => devices[sort].length > 0)
    .map((sort) => ({
      heading: t(`media.${sort}`),
      items: devices[sort].map((device, index) => ({
        id: `${sort}:${device.id}`,
        label: deviceLabel(t, sort, device, index),
        selected: device.id === active[sort],
        onAction: () =>
          void choose(sort, device.id).catch((error: unknown) =>
            toast(faultText(t, faultOf(error), sort).title, 'failed'),
          ),
      })),
    }))
}
