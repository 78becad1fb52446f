import { handOver } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { Person } from '../../../platform/livekit/person.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useModerate } from './use-moderate.ts'

/** Asks before the room is somebody else's: only they could give it back. */
export function HandOverDialog({ person: { name, identity }, onClose }: { person: Person; onClose: () => void }) {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const give = useModerate()
  return (
    <ConfirmDialog
      title={t('moderation.handOver.title', { name })}
      confirmLabel={t('moderation.handOver')}
      cancelLabel={t('common.cancel')}
      danger
      busy={give.isPending}
      onConfirm={() =>
        give.mutate({
          ask: () => callApi(handOver, { params: { callId }, body: { identity } }),
          done: () => t('moderation.handOver.done', { name }),
          onDone: onClose,
        })
      }
      onClose={onClose}
    >
      <p>{t('moderation.handOver.text', { name })}</p>
    </ConfirmDialog>
  )
}
