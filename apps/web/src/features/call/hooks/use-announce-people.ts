import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { playChime } from '../../../platform/media/chime.ts'
import { settings } from '../../../platform/settings.ts'
import { announceAbout } from '../model/announce-about.ts'
import { createComingsAndGoings, listOf, type News } from '../model/comings-and-goings.ts'
import type { CallPerson } from './use-people.ts'

const othersOf = (people: readonly CallPerson[]): ReadonlyMap<string, string> =>
  new Map(people.filter(({ isLocal }) => !isLocal).map(({ identity, name }) => [identity, name]))

/**
 * Tells screen readers who came and who left since one came in and found `present`, and rings once for all of them, as
 * far as one wants it.
 */
export function useAnnouncePeople(people: readonly CallPerson[], present: readonly CallPerson[]): void {
  const t = useT()
  const before = useRef(present)
  const say = useEffectEvent(({ came, left }: News) => {
    if (settings.get().notifications.joinLeave) playChime(came.length > 0 ? 'came' : 'left')
    for (const [key, names] of [['came', came] as const, ['left', left] as const]) {
      const { size, values } = listOf(names)
      if (names.length > 0) announceAbout('JoinLeave', t(`call.${key}.${size}`, values))
    }
  })
  const [news] = useState(() => createComingsAndGoings((news) => say(news)))
  useEffect(() => {
    news.note(othersOf(before.current), othersOf(people))
    before.current = people
  }, [people, news])
  useEffect(() => news.stop, [news])
}
