import { RoomContext } from '@livekit/components-react'
import { CallLayout, type CallLayoutProps } from './call-layout.tsx'
import type { CallSession } from './call-session.ts'
import { CallContext } from './hooks/call-context.ts'
import { RemoteSound } from './stage/remote-sound.tsx'

export interface CallScreenProps extends CallLayoutProps {
  session: CallSession
}

/** The call: what is seen, and what is heard. */
export function CallScreen({ session, ...layout }: CallScreenProps) {
  return (
    <CallContext value={session}>
      <RoomContext value={session.room}>
        <CallLayout {...layout} />
        <RemoteSound />
      </RoomContext>
    </CallContext>
  )
}
