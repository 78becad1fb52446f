import type { ChatMessage } from '@visavis/contracts'
import { useEffect, useEffectEvent } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { announce } from '../../../ui/announcer.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'

const batchMs = 500
const shownCharacters = 120

const short = (text: string) => (text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text)

/** Says what others write: in a toast while the panel is closed, to screen readers while it is open; a flood in one line. */
export function useChatNews(open: boolean): void {
  const t = useT()
  const { chat } = useCall()
  const say = useEffectEvent((news: readonly ChatMessage[]) => {
    const [first] = news
    if (!first) return
    const { author, text } = first
    const words =
      news.length > 1
        ? t('chat.news.many', { count: news.length })
        : t('chat.news.one', { name: author.displayName, text: short(text) })
    if (open) announce(words)
    else toast(words)
  })
  useEffect(() => {
    let batch: ChatMessage[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      say(batch)
      batch = []
    }
    const stop = chat.onNews((message) => {
      batch.push(message)
      timer ??= setTimeout(flush, batchMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [chat])
  useEffect(() => {
    chat.setOpen(open)
    return () => chat.setOpen(false)
  }, [chat, open])
}
