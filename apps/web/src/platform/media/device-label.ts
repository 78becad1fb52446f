import type { Translate } from '../i18n/use-t.ts'
import type { Device, DeviceSort } from './devices.ts'

/** USB ids that Chrome appends, `(046d:0825)`: noise to everybody. */
const usbId = / \([0-9a-f]{4}:[0-9a-f]{4}\)$/i

/** The browser's name for a device, without what says nothing to people. */
export const plainLabel = (label: string): string => label.replace(usbId, '')

/** A device by the browser's name for it, or by number where the browser hides the name. */
export const deviceLabel = (t: Translate, sort: DeviceSort, { label }: Device, index: number): string =>
  plainLabel(label) || t(`media.${sort}.numbered`, { number: index + 1 })
