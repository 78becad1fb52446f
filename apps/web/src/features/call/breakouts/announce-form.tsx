import { announcementMaxLength } from '@visavis/contracts'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { TextField } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { toast } from '../../../ui/toast.tsx'

/** A line that goes to everybody in all rooms. */
export function AnnounceForm({ onSend }: { onSend: (text: string, onSent: () => void) => void }) {
  const t = useT()
  const [text, setText] = useState('')
  function send() {
    if (text.trim() === '') return
    onSend(text, () => {
      setText('')
      toast(t('breakouts.tell.sent'))
    })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField
        label={t('breakouts.tell')}
        value={text}
        maxLength={announcementMaxLength}
        onChange={(event) => setText(event.target.value)}
        beside={<IconButton type="submit" icon={Send} label={t('breakouts.tell.send')} />}
      />
    </form>
  )
}
