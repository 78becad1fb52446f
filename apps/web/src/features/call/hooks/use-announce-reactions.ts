import { useEffect, useEffectEvent, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { announce } from '../../../ui/announcer.tsx'
import type { CallPerson } from './use-people.ts'
import { useReactions } from './use-reactions.ts'

const gatherForMs = 2000
/** More in one breath are counted instead of named. */
const mostNamed = 3

/** Tells screen readers who reacts and how; a round of applause is one sentence. */
export function useAnnounceReactions(people: readonly CallPerson[]): void {
  const t = useT()
  const reactions = useReactions()
  const toldId = useRef(0)
  const newestId = reactions.at(-1)?.id ?? 0

  const tell = useEffectEvent(() => {
    const names = new Map(people.map(({ identity, name }) => [identity, name]))
    const untold = reactions.filter(({ id }) => id > toldId.current)
    toldId.current = Math.max(toldId.current, ...untold.map(({ id }) => id))
    const said = new Set(
      untold.flatMap(({ identity, reaction }) => {
        const name = names.get(identity)
        return name === undefined
          ? []
          : [t('signals.reaction.by', { name, reaction: t(`signals.reaction.${reaction}`) })]
      }),
    )
    if (said.size > mostNamed) announce(t('signals.reactions.count', { count: untold.length }))
    else for (const text of said) announce(text)
  })

  useEffect(() => {
    if (newestId <= toldId.current) return
    const timer = setTimeout(() => tell(), gatherForMs)
    return () => clearTimeout(timer)
  }, [newestId])
}
