import { WifiOff } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useCall } from '../hooks/call-context.ts'
import { useConnectionState } from '../hooks/use-connection-state.ts'
import { isBroken } from '../model/connection.ts'

/** Says that the connection is gone, what is being done about it, and lets one try at once. */
export function ConnectionBanner() {
  const t = useT()
  const { connection } = useCall()
  const state = useConnectionState()
  if (!isBroken(state)) return null
  const waits = state.phase === 'rejoining' && state.retryAtMs !== null
  return (
    <Banner
      icon={WifiOff}
      tone="attention"
      action={
        waits && (
          <Button size="small" onClick={connection.retryNow}>
            {t('call.connection.retry')}
          </Button>
        )
      }
    >
      <p data-testid="connection-lost" className="font-strong">
        {t('call.connection.lost')}
      </p>
      <p className="text-small text-muted">
        {waits ? <RetryCountdown atMs={state.retryAtMs ?? 0} /> : t('call.connection.trying')}
      </p>
    </Banner>
  )
}

function RetryCountdown({ atMs }: { atMs: number }) {
  const t = useT()
  const seconds = Math.max(0, Math.ceil((atMs - useNow(500)) / 1000))
  return t('call.connection.next', { seconds })
}
