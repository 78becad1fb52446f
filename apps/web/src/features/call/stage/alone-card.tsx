import { useT } from '../../../platform/i18n/use-t.ts'
import { roomLink } from '../../../platform/paths.ts'
import { useCall } from '../hooks/call-context.ts'
import { InvitationButton } from '../panel/invitation-button.tsx'

/** Nobody else is here yet: what to send them. */
export function AloneCard() {
  const t = useT()
  const { slug } = useCall().admitted.room
  return (
    <section className="panel-in absolute inset-x-0 bottom-14 mx-auto short:bottom-2 flex w-fit max-w-[calc(100%-1rem)] flex-wrap items-center gap-x-6 gap-y-3 rounded-card border border-line bg-surface/95 p-4 shadow-raised">
      <div className="min-w-0">
        <p className="font-strong">{t('call.alone.title')}</p>
        <p className="truncate text-small text-muted select-all">{roomLink(slug)}</p>
      </div>
      <InvitationButton variant="filled" />
    </section>
  )
}
