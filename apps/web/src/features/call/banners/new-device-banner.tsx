import { Cable, X } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { plainLabel } from '../../../platform/media/device-label.ts'
import { faultText } from '../../../platform/media/fault-text.ts'
import { faultOf } from '../../../platform/media/faults.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import type { OfferedDevice } from '../model/device-changes.ts'

/** Something was plugged in: offers to use it, as everything that it is. */
export default function NewDeviceBanner({ offered: { device, sort } }: { offered: OfferedDevice }) {
  const t = useT()
  const { devices } = useCall()
  const failed = (error: unknown) => toast(faultText(t, faultOf(error), sort).title, 'failed')
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
        {t('call.device.arrived', { what: sort, device: plainLabel(device.label) })}
      </p>
    </Banner>
  )
}
