import type { Reaction } from '@visavis/contracts'
import { useEffect, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { announceAbout } from '../model/announce-about.ts'
import { listOf } from '../model/comings-and-goings.ts'
import { reactionsByKind } from '../model/reactions-by-kind.ts'
import { useGathered } from './use-gathered.ts'
import type { CallPerson } from './use-people.ts'
import { useReactions } from './use-reactions.ts'

const gatherForMs = 2000
/** More kinds in one breath are counted instead of named. */
const mostKinds = 3

/** Tells screen readers who reacts and how; a round of applause is one sentence. */
export function useAnnounceReactions(people: readonly CallPerson[]): void {
  const t = useT()
  const reactions = useReactions()
  const notedId = useRef(0)

  const note = useGathered<Reaction>((all) => {
    const kinds = reactionsByKind(all)
    if (kinds.size > mostKinds) {
      announceAbout('Reactions', t('announcements.reactions.count', { count: all.length }))
      return
    }
    const nameOf = new Map(people.map(({ identity, name }) => [identity, name]))
    for (const [kind, identities] of kinds) {
      const { size, values } = listOf(identities.flatMap((identity) => nameOf.get(identity) ?? []))
      if (values.first === '') continue
      announceAbout(
        'Reactions',
        t(`announcements.reaction.by.${size}`, { ...values, reaction: t(`signals.reaction.${kind}`) }),
      )
    }
  }, gatherForMs)

  useEffect(() => {
    note(...reactions.filter(({ id }) => id > notedId.current))
    notedId.current = Math.max(notedId.current, reactions.at(-1)?.id ?? 0)
  }, [reactions, note])
}
