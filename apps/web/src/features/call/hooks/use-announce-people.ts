import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { playChime } from '../../../platform/media/chime.ts'
import { settings } from '../../../platform/settings.ts'
import { announceAbout } from '../model/announce-about.ts'
import { createComingsAndGoings, listOf, type News } from '../model/comings-and-goings.ts'
import { useConnectionState } from './use-connection-state.ts'
import type { CallPerson } from './use-people.ts'

/** Tells screen readers who came and who left since one came in, and rings once for all of them, as far as one wants it. */
export function useAnnouncePeople(people: readonly CallPerson[]): void {
  const t = useT()
  const { phase } = useConnectionState()
  const before = useRef<ReadonlyMap<string, string> | null>(null)
  const say = useEffectEvent(({ came, left }: News) => {
    if (settings.get().notifications.joinLeave) playChime(came.length > 0 ? 'came' : 'left')
    for (const [key, names] of [['came', came] as const, ['left', left] as const]) {
      const { size, values } = listOf(names)
      if (names.length > 0) announceAbout('JoinLeave', t(`call.${key}.${size}`, values))
    }
  })
  const [news] = useState(() => createComingsAndGoings((news) => say(news)))
  const tell = useEffectEvent((now: ReadonlyMap<string, string>) => {
    if (phase === 'connecting') return
    const known = before.current
    before.current = now
    if (known) news.note(known, now)
  })
  useEffect(() => {
    tell(new Map(people.filter(({ isLocal }) => !isLocal).map(({ identity, name }) => [identity, name])))
  }, [people])
  useEffect(() => news.stop, [news])
}
