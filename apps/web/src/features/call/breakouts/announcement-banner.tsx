import { Megaphone, X } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useCall } from '../hooks/call-context.ts'

/** What a host tells all rooms, until one has read it. */
export function AnnouncementBanner({ text, at }: { text: string; at: string }) {
  const t = useT()
  const { moves } = useCall()
  const [readAt, setReadAt] = useState(moves.getNotes().readAt)
  if (at <= readAt) return null
  function read() {
    moves.note({ readAt: at })
    setReadAt(at)
  }
  return (
    <Banner
      icon={Megaphone}
      tone="attention"
      action={<IconButton icon={X} label={t('breakouts.dismiss')} onClick={read} />}
    >
      <div role="alert">
        <p className="text-small text-muted">{t('breakouts.announcement')}</p>
        <p dir="auto" className="text-left font-strong break-words whitespace-pre-line">
          {text}
        </p>
      </div>
    </Banner>
  )
}
