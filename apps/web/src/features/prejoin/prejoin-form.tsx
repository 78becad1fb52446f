import { type FormEvent, type ReactNode, useState } from 'react'
import { checkName, type NameFault, rememberName } from '../../platform/guest-name.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { ElsewhereNotice } from './elsewhere-notice.tsx'
import { NameField } from './name-field.tsx'

export interface PrejoinFormProps {
  /** Fixed for an agent, null for a guest, who chooses one. */
  agentName: string | null
  name: string
  onName: (name: string) => void
  /** What the button will do. */
  entry: 'direct' | 'lobby'
  /** Whether one is in the call already, on another page. */
  elsewhere: boolean
  busy: boolean
  /** A problem of the last try, and below it whatever else the page has to say. */
  notice?: ReactNode
  /** `move`: the other page leaves. */
  onJoin: (name: string, move: boolean) => void
}

/** The name and the one next step. */
export function PrejoinForm({ agentName, name, onName, entry, elsewhere, busy, notice, onJoin }: PrejoinFormProps) {
  const t = useT()
  const [fault, setFault] = useState<NameFault | null>(null)

  function join(move: boolean) {
    if (busy) return
    if (agentName !== null) return onJoin(agentName, move)
    const checked = checkName(name)
    if ('fault' in checked) return setFault(checked.fault)
    setFault(null)
    rememberName(checked.name)
    onJoin(checked.name, move)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    join(elsewhere)
  }
  const joinText = t(entry === 'direct' ? 'prejoin.join' : 'prejoin.ask')

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <NameField agentName={agentName} name={name} onName={onName} fault={fault} />
      {elsewhere && <ElsewhereNotice />}
      {notice}
      <Button type="submit" variant="filled" size="large" busy={busy} className="w-full">
        {elsewhere ? t('prejoin.elsewhere.move') : joinText}
      </Button>
      {elsewhere && (
        <Button size="large" className="w-full" onClick={() => join(false)}>
          {entry === 'direct' ? t('prejoin.elsewhere.joinToo') : joinText}
        </Button>
      )}
    </form>
  )
}
