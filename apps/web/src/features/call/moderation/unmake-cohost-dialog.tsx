import { setParticipantRole } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { Person } from '../../../platform/livekit/person.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useModerate } from './use-moderate.ts'

/** Asks before somebody, or oneself, is a co-host no longer. */
export function UnmakeCohostDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useT()
  const { name, identity, isLocal } = person
  const params = { callId: useCall().connection.getAdmitted().callId, identity }
  const unmake = useModerate()
  const words = isLocal ? 'moderation.cohost.leave' : 'moderation.cohost.unmake'
  return (
    <ConfirmDialog
      title={t(`${words}.title`, { name })}
      confirmLabel={t(`${words}.confirm`)}
      cancelLabel={t('common.cancel')}
      busy={unmake.isPending}
      onConfirm={() =>
        unmake.mutate({
          ask: () => callApi(setParticipantRole, { params, body: { role: 'participant' } }),
          // Oneself one is told by the API.
          done: () => (isLocal ? null : t('moderation.cohost.unmake.done', { name })),
          onDone: onClose,
        })
      }
      onClose={onClose}
    >
      <p>{t(`${words}.text`, { name })}</p>
    </ConfirmDialog>
  )
}
