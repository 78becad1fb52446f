import { ScreenShare, ScreenShareOff } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { ControlButton } from '../../../ui/control-button.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useLocal } from '../hooks/use-local.ts'
import { canShare } from './can-share.ts'

/** Shares one's screen, with its sound where the browser can; absent where it cannot share at all. */
export function ShareControl() {
  const t = useT()
  const { local } = useCall()
  const { share: on, withheld } = useLocal()
  const refused = withheld.has('share')
  if (!canShare()) return null
  return (
    <div className="hidden sm:block">
      <ControlButton
        icon={on ? ScreenShareOff : ScreenShare}
        look={on ? 'active' : 'plain'}
        label={t(refused ? 'call.withheld.share' : on ? 'call.share.stop' : 'call.share.start')}
        aria-disabled={refused}
        onClick={() => void local.set('share', !on)}
      />
    </div>
  )
}
