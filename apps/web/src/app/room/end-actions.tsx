import type { Agent } from '@visavis/contracts'
import type { ShownEnd } from '../../features/call/end-screen.tsx'
import type { MessageKey } from '../../platform/i18n/keys.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { loginUrl, roomPath, routes } from '../../platform/paths.ts'
import { Button } from '../../ui/button.tsx'
import { buttonStyle } from '../../ui/button-style.ts'

export interface EndActionsProps {
  slug: string
  end: ShownEnd
  agent: Agent | null
  onRestart: () => void
}

/** How one goes back in from here; null where that is not one's own to decide. */
const wayBackIn: Record<ShownEnd, MessageKey | null> = {
  left: 'call.over.rejoin',
  ended: 'call.over.rejoin',
  elsewhere: 'call.over.comeHere',
  refused: 'call.over.askAgain',
  full: 'common.retry',
  nobodyCame: 'call.over.askAgain',
  removed: null,
  unavailable: null,
}

/** Each end has a way on; coming back in is the obvious one except where the meeting is over. */
export function EndActions({ slug, end, agent, onRestart }: EndActionsProps) {
  const t = useT()
  const backIn = wayBackIn[end]
  const signIn = end === 'unavailable' && agent === null
  const backInIsNext = backIn !== null && end !== 'ended'
  const away = (
    <a
      href={agent ? routes.dashboard : routes.home}
      className={buttonStyle(backInIsNext || signIn ? 'outline' : 'filled')}
    >
      {t(agent ? 'call.over.rooms' : 'common.backHome')}
    </a>
  )
  return (
    <>
      {signIn && (
        <a href={loginUrl(roomPath(slug))} className={buttonStyle('filled')}>
          {t('common.signIn')}
        </a>
      )}
      {!backInIsNext && away}
      {backIn && (
        <Button variant={backInIsNext ? 'filled' : 'outline'} onClick={onRestart}>
          {t(backIn)}
        </Button>
      )}
      {backInIsNext && away}
    </>
  )
}
