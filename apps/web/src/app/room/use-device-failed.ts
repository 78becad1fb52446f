import type { LocalKind } from '../../features/call/model/local-controls.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { faultText } from '../../platform/media/fault-text.ts'
import { faultOf } from '../../platform/media/faults.ts'
import { toast } from '../../ui/toast.tsx'

/** Says why a microphone, camera or shared screen did not go on, and how to mend it. */
export function useDeviceFailed() {
  const t = useT()
  return {
    onDeviceFailed(kind: LocalKind, error: unknown) {
      const fault = faultOf(error)
      if (kind === 'share' || fault === 'failed') return void toast(t('call.device.refused'), 'failed')
      const { title, advice } = faultText(t, fault, kind)
      toast(`${title}. ${advice}`, 'failed')
    },
    onWithheld: (kind: LocalKind) => void toast(t(`call.withheld.${kind}`)),
  }
}
