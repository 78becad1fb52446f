import { LoaderCircle } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useOwnRole } from '../hooks/use-own-role.ts'
import { AnnouncementBanner } from './announcement-banner.tsx'
import { HelpCalls } from './help-calls.tsx'
import { InvitationBanner } from './invitation-banner.tsx'
import { OpenBanner } from './open-banner.tsx'
import { PlaceBanner } from './place-banner.tsx'
import { useBreakouts } from './use-breakouts.ts'
import { useMoving } from './use-go.ts'
import { useReturn } from './use-return.ts'

/** Where one is, where one is asked to go, and what hosts have to say, as far as there are breakout rooms. */
export function BreakoutBanners({ onManage }: { onManage: (() => void) | null }) {
  const t = useT()
  const hosting = isHost(useOwnRole())
  const { data, fresh, here } = useBreakouts()
  const moving = useMoving()
  useReturn(fresh, here !== null)

  const isOpen = data?.phase === 'open' || data?.phase === 'recalling'
  const assigned = data?.phase === 'open' ? data.rooms.find(({ id }) => id === data.own.assignedId) : undefined
  const departure = () => {
    if (moving) {
      return (
        <Banner icon={LoaderCircle}>
          <p role="status" className="font-strong">
            {t('breakouts.moving')}
          </p>
        </Banner>
      )
    }
    return data && assigned && assigned.id !== here?.id && <InvitationBanner breakouts={data} room={assigned} />
  }
  const place = () => {
    if (here) return <PlaceBanner here={here} breakouts={data} />
    return isOpen && (!assigned || data.phase === 'recalling') && <OpenBanner breakouts={data} onManage={onManage} />
  }
  const where = !moving && place()
  // A small screen shows the first of them: what is new and passes, then where one is.
  const isUrgent = data?.phase === 'recalling'
  return (
    <>
      {departure()}
      {isUrgent && where}
      {isOpen && data.announcement && !hosting && <AnnouncementBanner {...data.announcement} />}
      {isOpen && hosting && <HelpCalls rooms={data.rooms} hereId={here?.id ?? null} />}
      {!isUrgent && where}
    </>
  )
}
