import { banParticipant, removeParticipant } from '@visavis/contracts'
import { useState } from 'react'
import { callApi } from '../../../platform/api.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { Person } from '../../../platform/livekit/person.ts'
import { ChoiceField } from '../../../ui/choice-field.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useModerate } from './use-moderate.ts'

/** Asks before somebody is put out, and for how long. */
export function RemoveDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useT()
  const { name, identity, verified } = person
  const params = { callId: useCall().connection.getAdmitted().callId, identity }
  const [until, setUntil] = useState<'call' | 'good'>('call')
  const remove = useModerate()
  const good = until === 'good'
  return (
    <ConfirmDialog
      title={t('moderation.remove.title', { name })}
      confirmLabel={t('moderation.remove.confirm')}
      cancelLabel={t('common.cancel')}
      danger
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate({
          ask: () => callApi(good ? banParticipant : removeParticipant, { params }),
          done: () => t(good ? 'moderation.remove.good.done' : 'moderation.remove.done', { name }),
          onDone: onClose,
        })
      }
      onClose={onClose}
    >
      <p>{t('moderation.remove.text')}</p>
      <ChoiceField
        legend={t('moderation.remove.how')}
        value={until}
        onChange={setUntil}
        choices={[
          { value: 'call', label: t('moderation.remove.call'), detail: t('moderation.remove.call.text') },
          {
            value: 'good',
            label: t('moderation.remove.good'),
            detail: t(verified ? 'moderation.remove.good.agent' : 'moderation.remove.good.guest'),
          },
        ]}
      />
    </ConfirmDialog>
  )
}
