import { type ComponentType, Suspense, useSyncExternalStore } from 'react'
import type { CallScreenProps } from '../../features/call/call-screen.tsx'
import type { CallSession } from '../../features/call/call-session.ts'
import { waitingPeople } from '../../features/waiting/lazy-waiting.ts'
import { useDecide } from '../../features/waiting/use-decide.ts'
import { useWaiting } from '../../features/waiting/use-waiting.ts'
import { WaitingLine } from '../../features/waiting/waiting-line.tsx'
import { usePageTitle } from '../../platform/page-title.ts'
import { useAppliedSettings } from '../use-applied-settings.ts'
import { callRules, callSettings } from './lazy-settings.ts'

export interface CallPartProps {
  session: CallSession
  Screen: ComponentType<CallScreenProps>
}

/** The call, with who waits to be let into it for those who may decide. */
export function CallPart({ session, Screen }: CallPartProps) {
  const { room } = session.admitted
  const role = useSyncExternalStore(session.role.subscribe, session.role.get)
  const lobby = useWaiting({ enabled: role !== 'participant', slug: room.slug })
  const decide = useDecide()
  usePageTitle(room.name)
  useAppliedSettings()
  return (
    <Screen
      // Another place has other people: nothing of what was on screen is theirs.
      key={session.admitted.breakout?.id ?? session.admitted.callId}
      session={session}
      waitingCount={lobby.waiting.length}
      waiting={
        lobby.waiting.length > 0 && (
          <Suspense fallback={null}>
            <waitingPeople.Component lobby={lobby} {...decide} />
          </Suspense>
        )
      }
      renderWaitingLine={(onShow) => <WaitingLine entries={lobby.waiting} {...decide} onShow={onShow} />}
      renderSettings={(onClose) => <callSettings.Component onClose={onClose} />}
      prefetchSettings={callSettings.prefetch}
      renderRules={(onClose) => <callRules.Component onClose={onClose} />}
    />
  )
}
