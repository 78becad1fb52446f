import { type ModerationNews, moderationNewsSchema } from '@visavis/contracts'
import { Megaphone } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { announce } from '../../../ui/announcer.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useLocal } from '../hooks/use-local.ts'
import { usePeople } from '../hooks/use-people.ts'

/** Says what hosts do to one, and passes on what they ask: nothing of one's is switched on but by oneself. */
export function ModerationBanner({ news }: { news: readonly unknown[] }) {
  const t = useT()
  const people = usePeople()
  const { local } = useCall()
  const { microphone } = useLocal()
  const told = useRef(0)
  const [askedBy, setAskedBy] = useState<string | null>(null)
  if (askedBy !== null && microphone) setAskedBy(null)

  const tell = useEffectEvent((item: ModerationNews) => {
    const nameOf = (by: string | null) => people.find(({ identity }) => identity === by)?.name ?? t('moderation.aHost')
    if (item.kind === 'asked') {
      if (microphone) return
      const name = nameOf(item.by)
      setAskedBy(name)
      return announce(t('moderation.asked', { name }))
    }
    const words =
      item.kind === 'role'
        ? t(`moderation.role.${item.role}`)
        : item.kind === 'renamed'
          ? t('names.renamed', { name: nameOf(item.by), newName: item.displayName })
          : t(`moderation.stopped.${item.source}`, { name: nameOf(item.by) })
    announce(words)
    toast(words, 'unspoken')
  })
  useEffect(() => {
    for (const item of news.slice(told.current)) {
      const read = moderationNewsSchema.safeParse(item)
      if (read.success) tell(read.data)
    }
    told.current = news.length
  }, [news])

  if (askedBy === null) return null
  return (
    <Banner
      icon={Megaphone}
      tone="attention"
      action={
        <>
          <Button size="small" onClick={() => setAskedBy(null)}>
            {t('moderation.asked.decline')}
          </Button>
          <Button size="small" variant="filled" onClick={() => void local.set('microphone', true)}>
            {t('moderation.asked.accept')}
          </Button>
        </>
      }
    >
      <p className="font-strong">{t('moderation.asked', { name: askedBy })}</p>
    </Banner>
  )
}
