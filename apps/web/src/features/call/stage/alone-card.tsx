import { useT } from '../../../platform/i18n/use-t.ts'
import { roomLink } from '../../../platform/paths.ts'
import { useCall } from '../hooks/call-context.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'
import { InvitationButton } from '../panel/invitation-button.tsx'

/** Nobody else is here yet: what to send them. While there are breakout rooms, the others are there. */
export function AloneCard() {
  const t = useT()
  const { room, breakout } = useCall().admitted
  const { breakouts } = useSharedState()
  if (breakout !== null || breakouts !== null) return null
  return (
    <section className="panel-in absolute inset-x-0 bottom-14 mx-auto short:bottom-2 flex w-fit max-w-[calc(100%-1rem)] flex-wrap items-center gap-x-6 gap-y-3 rounded-card border border-line bg-surface/95 p-4 shadow-raised">
      <div className="min-w-0">
        <p className="font-strong">{t('call.alone.title')}</p>
        <p className="truncate text-small text-muted select-all">{roomLink(room.slug)}</p>
      </div>
      <InvitationButton variant="filled" />
    </section>
  )
}
