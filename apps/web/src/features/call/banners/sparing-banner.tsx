import { Gauge } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useSparing } from '../hooks/use-sparing.ts'

/** Offers to do without pictures when the connection is poor, and says so while one does. */
export function SparingBanner() {
  const t = useT()
  const { sparing } = useCall()
  const state = useSparing()
  if (state.sparing) {
    return (
      <Banner
        icon={Gauge}
        action={
          <Button size="small" onClick={() => sparing.set(false)}>
            {t('call.sparing.stop')}
          </Button>
        }
      >
        <p role="status">{t('call.sparing.on')}</p>
      </Banner>
    )
  }
  if (!state.offered) return null
  return (
    <Banner
      icon={Gauge}
      tone="attention"
      action={
        <>
          <Button variant="filled" size="small" onClick={() => sparing.set(true)}>
            {t('call.sparing.start')}
          </Button>
          <Button size="small" onClick={() => sparing.set(false)}>
            {t('call.sparing.decline')}
          </Button>
        </>
      }
    >
      <p role="status" className="font-strong">
        {t('call.sparing.offer')}
      </p>
    </Banner>
  )
}
