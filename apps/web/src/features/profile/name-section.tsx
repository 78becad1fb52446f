import { useMutation } from '@tanstack/react-query'
import { type Agent, chooseName, displayNameSchema, type Profile } from '@visavis/contracts'
import { type FormEvent, useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { useConfig } from '../../platform/config.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { me } from '../../platform/me.ts'
import { toProblem } from '../../platform/problem.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { ProfileSection } from './profile-section.tsx'

/** Who one is here, and by which form of the name that the identity provider vouches for. */
export function NameSection({ agent, profile }: { agent: Agent; profile: Profile }) {
  const t = useT()
  const { identityProviderName: provider } = useConfig()
  return (
    <ProfileSection title={t('profile.account')} hint={t('profile.account.hint', { provider })}>
      <div className="flex items-center gap-4">
        <Avatar name={agent.displayName} />
        <div className="min-w-0 wrap-anywhere">
          <p className="font-strong">{agent.displayName}</p>
          <p className="text-small text-muted">{agent.email}</p>
          {agent.organization && <p className="text-small text-muted">{agent.organization}</p>}
        </div>
      </div>
      {profile.nameChoice === 'possible' ? (
        <NameForm agent={agent} profile={profile} />
      ) : (
        <p className="text-small text-muted">{t(`profile.name.${profile.nameChoice}`, { provider })}</p>
      )}
    </ProfileSection>
  )
}

function NameForm({ agent, profile: { providedName } }: { agent: Agent; profile: Profile }) {
  const t = useT()
  const [typed, setTyped] = useState(agent.displayName)
  const [missing, setMissing] = useState(false)
  const choose = useMutation({
    mutationFn: (displayName: string | null) => callApi(chooseName, { body: { displayName } }),
    onSuccess: (named) => {
      me.learn(named)
      setTyped(named.displayName)
      toast(t('profile.name.done', { name: named.displayName }))
    },
  })
  const problem = choose.error && problemText(t, toProblem(choose.error))

  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = displayNameSchema.safeParse(typed)
    setMissing(!parsed.success)
    if (parsed.success) choose.mutate(parsed.data)
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <TextField
        label={t('profile.name')}
        hint={t('profile.name.hint', { name: providedName })}
        error={missing ? t('profile.name.missing') : problem ? `${problem.title}. ${problem.advice}` : null}
        autoComplete="name"
        maxLength={60}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setMissing(false)
          choose.reset()
        }}
      />
      <div className="flex flex-wrap justify-end gap-3">
        {agent.displayName !== providedName && (
          <Button variant="quiet" onClick={() => choose.mutate(null)}>
            {t('profile.name.asProvided')}
          </Button>
        )}
        <Button type="submit" busy={choose.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
