import { LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useConnectionState } from '../hooks/use-connection-state.ts'

const slowAfterMs = 1500

/** Says that one is still on the way in, when that takes longer than one would notice. */
export function EnteringBanner() {
  const { phase } = useConnectionState()
  return phase === 'connecting' ? <SlowEntry /> : null
}

function SlowEntry() {
  const t = useT()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs)
    return () => clearTimeout(timer)
  }, [])
  if (!slow) return null
  return (
    <Banner icon={LoaderCircle}>
      <p role="status" className="font-strong">
        {t('call.entering')}
      </p>
    </Banner>
  )
}
