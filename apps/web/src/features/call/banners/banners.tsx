import type { ReactNode } from 'react'
import { BreakoutsNotice } from '../breakouts/breakouts-notice.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { EnteringBanner } from './entering-banner.tsx'
import { HearingNotice } from './hearing-notice.tsx'
import { LoadNotice } from './load-notice.tsx'
import { MicrophoneNotice } from './microphone-notice.tsx'
import { ModerationNotice } from './moderation-notice.tsx'
import { MostPressing } from './most-pressing.tsx'
import { NewDeviceNotice } from './new-device-notice.tsx'
import { SharingNotice } from './sharing-notice.tsx'
import { SoundBanner } from './sound-banner.tsx'
import { SparingBanner } from './sparing-banner.tsx'

/** What there is to say, the most pressing first. Each of them knows by itself whether it has something to say. */
export function Banners({ waitingLine, onBreakouts }: { waitingLine: ReactNode; onBreakouts: (() => void) | null }) {
  return (
    <MostPressing>
      <EnteringBanner />
      <ConnectionBanner />
      <SoundBanner />
      {waitingLine}
      <BreakoutsNotice onManage={onBreakouts} />
      <ModerationNotice />
      <MicrophoneNotice />
      <HearingNotice />
      <SparingBanner />
      <NewDeviceNotice />
      <LoadNotice />
      <SharingNotice />
    </MostPressing>
  )
}
