import type { Breakout, Breakouts } from '@visavis/contracts'
import { Network } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useCall } from '../hooks/call-context.ts'
import { useGo } from './use-go.ts'

/** Time to finish a sentence, or to stay. */
const noticeMs = 5000
/** Hundreds are taken along at once: they go within this time. */
const goWithinMs = 500

/** Takes one to one's room after a moment, or invites one; answered once, it stays a way there. */
export function InvitationBanner({ breakouts, room }: { breakouts: Breakouts; room: Breakout }) {
  const t = useT()
  const go = useGo()
  const { moves } = useCall()
  const invitation = `${breakouts.openedAt}/${breakouts.own.assignedAt}/${room.id}`
  const [answered, setAnswered] = useState(moves.getNotes().answered)
  const isNew = answered !== invitation
  function answer() {
    moves.note({ answered: invitation })
    setAnswered(invitation)
  }
  function accept() {
    answer()
    go(room.id)
  }

  if (isNew && breakouts.automatic) {
    return <Departure key={invitation} room={room} onGo={accept} onStay={answer} />
  }
  return (
    <Banner
      icon={Network}
      tone={isNew ? 'attention' : 'plain'}
      action={
        <>
          <Button variant={isNew ? 'filled' : 'outline'} size="small" onClick={accept}>
            {t('breakouts.join', { room: room.name })}
          </Button>
          {isNew && (
            <Button size="small" onClick={answer}>
              {t('breakouts.notNow')}
            </Button>
          )}
        </>
      }
    >
      <p role="status" className="font-strong">
        {t(isNew ? 'breakouts.invited' : 'breakouts.yours', { room: room.name })}
      </p>
    </Banner>
  )
}

function Departure({ room, onGo, onStay }: { room: Breakout; onGo: () => void; onStay: () => void }) {
  const t = useT()
  const [goAtMs] = useState(() => Date.now() + noticeMs + Math.random() * goWithinMs)
  const now = useNow(250)
  const isTime = now >= goAtMs
  useEffect(() => {
    if (isTime) onGo()
    // Only the time takes one along, whatever has been drawn anew meanwhile.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isTime])
  const seconds = Math.max(0, Math.min(noticeMs / 1000, Math.ceil((goAtMs - now) / 1000)))
  return (
    <Banner
      icon={Network}
      tone="attention"
      action={
        <>
          <Button variant="filled" size="small" onClick={onGo}>
            {t('breakouts.goNow')}
          </Button>
          <Button size="small" onClick={onStay}>
            {t('breakouts.stay')}
          </Button>
        </>
      }
    >
      <p role="alert" className="sr-only">
        {t('breakouts.going', { room: room.name, seconds: noticeMs / 1000 })}
      </p>
      <p aria-hidden="true" className="font-strong">
        {t('breakouts.going', { room: room.name, seconds })}
      </p>
    </Banner>
  )
}
