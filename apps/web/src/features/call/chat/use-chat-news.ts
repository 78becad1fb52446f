import type { ChatMessage } from '@visavis/contracts'
import { useEffect, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { settings } from '../../../platform/settings.ts'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useGathered } from '../hooks/use-gathered.ts'
import { announceAbout } from '../model/announce-about.ts'

const gatherForMs = 500
const shownCharacters = 120

const short = (text: string) => (text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text)

/** Says what others write, as far as one wants it: to screen readers, and to see while the panel is closed; a flood in one line. */
export function useChatNews(open: boolean): void {
  const t = useT()
  const { chat } = useCall()
  const shown = useRef<(() => void)[]>([])
  const note = useGathered<ChatMessage>((news) => {
    const [first] = news
    if (!first) return
    const { author, text } = first
    const words =
      news.length > 1
        ? t('signals.chat.many', { count: news.length })
        : t('signals.chat.one', { name: author.displayName, text: short(text) })
    announceAbout('Chat', words)
    if (!open && settings.get().notifications.chat) shown.current.push(toast(words, 'unspoken'))
  }, gatherForMs)
  useEffect(() => chat.onNews((message) => note(message)), [chat, note])
  useEffect(() => {
    chat.setOpen(open)
    // They would lie over what they tell of.
    if (open) for (const takeBack of shown.current.splice(0)) takeBack()
    return () => chat.setOpen(false)
  }, [chat, open])
}
