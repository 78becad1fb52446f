import type { Translate } from '../i18n/use-t.ts'
import type { DeviceSort } from './devices.ts'
import type { MediaFault } from './faults.ts'

/** Faults that another try may mend without a change of address or browser. */
const curable: ReadonlySet<MediaFault> = new Set(['denied', 'system-denied', 'dismissed', 'missing', 'busy', 'failed'])

export interface FaultText {
  title: string
  advice: string
  curable: boolean
}

/** What is wrong with a camera, a microphone or both, and how to mend it. */
export function faultText(t: Translate, fault: MediaFault, what: DeviceSort | 'both'): FaultText {
  return {
    title: t(`media.fault.${fault}.title`, { what }),
    advice: t(`media.fault.${fault}.advice`),
    curable: curable.has(fault),
  }
}
