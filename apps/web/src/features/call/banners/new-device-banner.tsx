import { Cable, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { plainLabel } from '../../../platform/media/device-label.ts'
import { faultText } from '../../../platform/media/fault-text.ts'
import { faultOf } from '../../../platform/media/faults.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'

/** Something was plugged in: offers to use it, as everything that it is. */
export function NewDeviceBanner() {
  const t = useT()
  const { devices } = useCall()
  const offer = useSyncExternalStore(devices.subscribe, devices.getState)
  const [first] = offer
  if (!first) return null
  const failed = (error: unknown) => toast(faultText(t, faultOf(error), first.sort).title, 'failed')
  return (
    <Banner
      icon={Cable}
      action={
        <>
          <Button variant="filled" size="small" onClick={() => void devices.accept().catch(failed)}>
            {t('call.device.use')}
          </Button>
          <IconButton icon={X} label={t('call.device.decline')} onClick={devices.dismiss} />
        </>
      }
    >
      <p role="status" className="font-strong">
        {t('call.device.arrived', { what: first.sort, device: plainLabel(first.device.label) })}
      </p>
    </Banner>
  )
}
