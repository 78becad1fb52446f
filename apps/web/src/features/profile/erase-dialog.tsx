import { useMutation } from '@tanstack/react-query'
import { type Agent, eraseAccount, type Profile } from '@visavis/contracts'
import { type FormEvent, useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { remember } from '../../platform/storage.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

export interface EraseDialogProps {
  agent: Agent
  profile: Profile
  onClose: () => void
}

/** Asks before an account goes, says what goes with it, and has the address typed: no stray click is enough. */
export function EraseDialog({ agent, profile: { ownedRooms, openCalls }, onClose }: EraseDialogProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const erase = useMutation({
    mutationFn: () => callApi(eraseAccount, { body: { email: agent.email } }),
    onSuccess: ({ redirectTo }) => {
      for (const name of ['signed-in', 'settings']) remember(name, null)
      location.assign(redirectTo)
    },
  })
  const problem = erase.error && problemText(t, toProblem(erase.error))

  function submit(event: FormEvent) {
    event.preventDefault()
    const fits = typed.trim().toLowerCase() === agent.email
    setWrong(!fits)
    if (fits && !erase.isPending && !erase.isSuccess) erase.mutate()
  }

  return (
    <Dialog role="alertdialog" title={t('profile.erase.title')} closeLabel={t('common.cancel')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="mt-2 flex flex-col gap-4">
        {problem && <Notice title={problem.title} text={problem.advice} />}
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          <li>{t('profile.erase.rooms', { count: ownedRooms })}</li>
          {openCalls > 0 && <li>{t('profile.erase.calls', { count: openCalls })}</li>}
          <li>{t('profile.erase.others')}</li>
          <li>{t('profile.erase.kept')}</li>
        </ul>
        {ownedRooms > 0 && <p>{t('profile.erase.giveAway')}</p>}
        <TextField
          type="email"
          label={t('profile.erase.confirm')}
          hint={agent.email}
          error={wrong ? t('profile.erase.wrong', { email: agent.email }) : null}
          autoComplete="off"
          autoFocus
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setWrong(false)
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="danger" busy={erase.isPending || erase.isSuccess}>
            {t('profile.erase.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
