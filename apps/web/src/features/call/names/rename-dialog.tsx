import { renameParticipant } from '@visavis/contracts'
import { type FormEvent, useState } from 'react'
import { callApi } from '../../../platform/api.ts'
import { checkName, type NameFault, rememberName } from '../../../platform/guest-name.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { Person } from '../../../platform/livekit/person.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DialogActions } from '../../../ui/dialog-actions.tsx'
import { TextField } from '../../../ui/field.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useModerate } from '../moderation/use-moderate.ts'

/** Asks for another name, of one's own or of a guest; which is shown in the end is the server's word. */
export function RenameDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useT()
  const { identity, name, isLocal } = person
  const params = { callId: useCall().connection.getAdmitted().callId, identity }
  const [text, setText] = useState(() => name.replace(/ \(\d+\)$/, ''))
  const [fault, setFault] = useState<NameFault | null>(null)
  const rename = useModerate<{ displayName: string }>()
  const kind = isLocal ? 'renameMyself' : 'rename'

  function submit(event: FormEvent) {
    event.preventDefault()
    const checked = checkName(text)
    if ('fault' in checked) return setFault(checked.fault)
    if (rename.isPending) return
    rename.mutate({
      ask: () => callApi(renameParticipant, { params, body: { displayName: checked.name } }),
      done: ({ displayName }) => t(`names.${kind}.done`, { name, newName: displayName }),
      onDone: () => {
        if (isLocal) rememberName(checked.name)
        onClose()
      },
    })
  }

  return (
    <Dialog title={t(`names.${kind}.title`, { name })} closeLabel={t('common.cancel')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="mt-4">
        <TextField
          autoFocus
          label={t(`names.${kind}.field`)}
          hint={t(`names.${kind}.hint`, { name })}
          error={fault && t(`names.fault.${fault}`)}
          autoComplete="off"
          required
          dir="auto"
          value={text}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => {
            setText(target.value)
            setFault(null)
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" busy={rename.isPending}>
            {t(`names.${kind}.confirm`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
