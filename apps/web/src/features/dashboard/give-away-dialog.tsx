import { emailSchema, giveRoomAway, type Room } from '@visavis/contracts'
import { type FormEvent, useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useRoomChange } from './rooms-queries.ts'

/** Hands a room over to another agent. */
export function GiveAwayDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const t = useT()
  const [email, setEmail] = useState('')
  const [refused, setRefused] = useState(false)
  const give = useRoomChange((to: string) =>
    callApi(giveRoomAway, { params: { slug: room.slug }, body: { email: to } }),
  )
  const problem = give.error && problemText(t, toProblem(give.error))

  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = emailSchema.safeParse(email.trim())
    setRefused(!parsed.success)
    if (!parsed.success) return
    give.mutate(parsed.data, {
      onSuccess: ({ ownerName }) => {
        toast(t('dashboard.giveAway.done', { name: ownerName }))
        onClose()
      },
    })
  }

  return (
    <Dialog title={t('dashboard.giveAway.title', { name: room.name })} closeLabel={t('common.close')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="mt-2 flex flex-col gap-5">
        <p>{t('dashboard.giveAway.text')}</p>
        <TextField
          type="email"
          label={t('dashboard.members.email')}
          value={email}
          autoComplete="off"
          autoFocus
          error={refused ? t('dashboard.members.emailInvalid') : problem ? `${problem.title}. ${problem.advice}` : null}
          onChange={(event) => {
            setEmail(event.target.value)
            setRefused(false)
            give.reset()
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" busy={give.isPending}>
            {t('dashboard.giveAway.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
