import { useEffect, useRef } from 'react'
import type { NameFault } from '../../platform/guest-name.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { TextField } from '../../ui/field.tsx'

export interface NameFieldProps {
  agentName: string | null
  name: string
  onName: (name: string) => void
  fault: NameFault | null
}

/** A guest types a name; an agent sees the one that the identity provider vouches for. */
export function NameField({ agentName, name, onName, fault }: NameFieldProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (fault) input.current?.focus()
  }, [fault])

  if (agentName !== null) {
    return (
      <div className="flex items-center gap-3">
        <Avatar name={agentName} />
        <p className="flex min-w-0 flex-col">
          <span className="text-small text-muted">{t('prejoin.as')}</span>
          <span className="truncate font-strong">{agentName}</span>
        </p>
      </div>
    )
  }
  return (
    <TextField
      ref={input}
      label={t('prejoin.name')}
      hint={t('prejoin.name.hint')}
      error={fault && t(`prejoin.name.${fault}`)}
      name="name"
      autoComplete="name"
      required
      value={name}
      onChange={(event) => onName(event.target.value)}
      className="min-h-12"
    />
  )
}
