import { type FormEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../platform/i18n/use-t.ts'
import { roomPath } from '../../platform/paths.ts'
import { type ParsedLink, parseRoomLink } from '../../platform/room-link.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

type Fault = Exclude<ParsedLink, { slug: string }>

/** Where anybody enters a link or a code. Says what is wrong only after it was sent, and no longer once it is changed. */
export function RoomLinkForm() {
  const t = useT()
  const [, navigate] = useLocation()
  const [fault, setFault] = useState<Fault | null>(null)
  const input = useRef<HTMLInputElement>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = parseRoomLink(input.current?.value ?? '', location.host)
    if ('slug' in parsed) return navigate(roomPath(parsed.slug))
    setFault(parsed)
    input.current?.focus()
  }

  return (
    <form onSubmit={submit} noValidate>
      <TextField
        ref={input}
        label={t('home.link.label')}
        placeholder={t('home.link.placeholder')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={fault && faultText(t, fault)}
        onChange={() => setFault(null)}
        beside={<Button type="submit">{t('home.link.join')}</Button>}
      />
    </form>
  )
}

function faultText(t: ReturnType<typeof useT>, fault: Fault): string {
  const letters = fault.fault === 'wrong-length' ? fault.letters : 0
  return t(`home.link.${fault.fault}`, { origin: location.origin, letters })
}
