import { type FormEvent, type ReactNode, useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { checkName, type NameFault, rememberName } from './guest-name.ts'
import { NameField } from './name-field.tsx'

export interface PrejoinFormProps {
  /** Fixed for an agent, null for a guest, who chooses one. */
  agentName: string | null
  name: string
  onName: (name: string) => void
  /** What the button will do. */
  entry: 'direct' | 'lobby'
  busy: boolean
  /** A problem of the last try, and below it whatever else the page has to say. */
  notice?: ReactNode
  onJoin: (name: string) => void
}

/** The name and the one next step. */
export function PrejoinForm({ agentName, name, onName, entry, busy, notice, onJoin }: PrejoinFormProps) {
  const t = useT()
  const [fault, setFault] = useState<NameFault | null>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    if (agentName !== null) return onJoin(agentName)
    const checked = checkName(name)
    if ('fault' in checked) return setFault(checked.fault)
    setFault(null)
    rememberName(checked.name)
    onJoin(checked.name)
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <NameField agentName={agentName} name={name} onName={onName} fault={fault} />
      {notice}
      <Button type="submit" variant="filled" size="large" busy={busy} className="w-full">
        {t(entry === 'direct' ? 'prejoin.join' : 'prejoin.ask')}
      </Button>
    </form>
  )
}
