import { RoomContext } from '@livekit/components-react'
import type { ReactNode } from 'react'
import { CallLayout } from './call-layout.tsx'
import type { CallSession } from './call-session.ts'
import { CallContext } from './hooks/call-context.ts'
import { RemoteSound } from './stage/remote-sound.tsx'

export interface CallScreenProps {
  session: CallSession
  waitingCount: number
  /** Who waits, for the top of the participants panel. */
  waiting: ReactNode
  /** The same in one line, shown while that panel is closed. */
  renderWaitingLine: (openPanel: () => void) => ReactNode
}

/** The call: what is seen, and what is heard. */
export function CallScreen({ session, ...waiting }: CallScreenProps) {
  return (
    <CallContext value={session}>
      <RoomContext value={session.room}>
        <CallLayout {...waiting} />
        <RemoteSound />
      </RoomContext>
    </CallContext>
  )
}
