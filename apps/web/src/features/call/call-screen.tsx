import { RoomContext } from '@livekit/components-react'
import { CallLayout, type CallLayoutProps } from './call-layout.tsx'
import type { CallSession } from './call-session.ts'
import { CallContext } from './hooks/call-context.ts'
import { People } from './people.tsx'

export interface CallScreenProps extends CallLayoutProps {
  session: CallSession
}

/** The call as it is seen; sound plays without it. */
export function CallScreen({ session, ...layout }: CallScreenProps) {
  return (
    <CallContext value={session}>
      <RoomContext value={session.room}>
        <People>
          <CallLayout {...layout} />
        </People>
      </RoomContext>
    </CallContext>
  )
}
