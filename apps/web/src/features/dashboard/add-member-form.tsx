import { useMutation, useQueryClient } from '@tanstack/react-query'
import { emailSchema, type Member, putMember } from '@visavis/contracts'
import { type FormEvent, useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { membersQuery } from './rooms-queries.ts'

type Role = Member['role']

/** Adds somebody to a room by their address. */
export function AddMemberForm({ slug }: { slug: string }) {
  const t = useT()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('member')
  const [refused, setRefused] = useState(false)
  const add = useMutation({
    mutationFn: (body: { email: string; role: Role }) => callApi(putMember, { params: { slug }, body }),
    onSuccess: () => {
      setEmail('')
      return client.invalidateQueries(membersQuery(slug))
    },
  })
  const problem = add.error && problemText(t, toProblem(add.error))

  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = emailSchema.safeParse(email.trim())
    setRefused(!parsed.success)
    if (parsed.success) add.mutate({ email: parsed.data, role })
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 border-t border-line pt-5">
      <TextField
        type="email"
        label={t('dashboard.members.email')}
        hint={t('dashboard.members.emailHint')}
        value={email}
        autoComplete="off"
        error={refused ? t('dashboard.members.emailInvalid') : problem ? `${problem.title}. ${problem.advice}` : null}
        onChange={(event) => {
          setEmail(event.target.value)
          setRefused(false)
          add.reset()
        }}
      />
      <SelectField
        label={t('dashboard.members.role')}
        hint={t(`dashboard.members.roleHint.${role}`)}
        value={role}
        onChange={(event) => setRole(event.target.value === 'cohost' ? 'cohost' : 'member')}
        beside={
          <Button type="submit" variant="filled" busy={add.isPending}>
            {t('dashboard.members.add')}
          </Button>
        }
      >
        <option value="member">{t('dashboard.role.member')}</option>
        <option value="cohost">{t('dashboard.role.cohost')}</option>
      </SelectField>
    </form>
  )
}
