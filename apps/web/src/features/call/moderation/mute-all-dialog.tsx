import { muteEverybody } from '@visavis/contracts'
import { useState } from 'react'
import { callApi } from '../../../platform/api.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { SwitchField } from '../../../ui/switch-field.tsx'
import { useCall } from '../hooks/call-context.ts'
import { usePeople } from '../hooks/use-people.ts'
import { useModerate } from './use-moderate.ts'

/** Asks before everybody is muted, and who is to be spared. */
export function MuteAllDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const people = usePeople()
  const { connection, speakers } = useCall()
  const [spareHosts, setSpareHosts] = useState(true)
  const [spareSpeakers, setSpareSpeakers] = useState(false)
  const mute = useModerate<{ stopped: number }>()

  function confirm() {
    const speaking = speakers.getSpeaking()
    const isSpared = ({ identity, role, isLocal }: (typeof people)[number]) =>
      isLocal || (spareHosts && isHost(role)) || (spareSpeakers && speaking.has(identity))
    const except = people.filter(isSpared).map(({ identity }) => identity)
    mute.mutate({
      ask: () => callApi(muteEverybody, { params: { callId: connection.getAdmitted().callId }, body: { except } }),
      done: ({ stopped }) => t('moderation.muteAll.done', { count: stopped }),
      onDone: onClose,
    })
  }

  return (
    <ConfirmDialog
      title={t('moderation.muteAll.title')}
      confirmLabel={t('moderation.muteAll.confirm')}
      cancelLabel={t('common.cancel')}
      busy={mute.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('moderation.muteAll.text')}</p>
      <div>
        <SwitchField label={t('moderation.muteAll.spareHosts')} checked={spareHosts} onChange={setSpareHosts} />
        <SwitchField
          label={t('moderation.muteAll.spareSpeakers')}
          checked={spareSpeakers}
          onChange={setSpareSpeakers}
        />
      </div>
    </ConfirmDialog>
  )
}
