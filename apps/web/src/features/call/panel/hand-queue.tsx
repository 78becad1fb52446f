import { useT } from '../../../platform/i18n/use-t.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Button } from '../../../ui/button.tsx'
import { useHand } from '../hooks/use-hand.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'
import { useHosting } from './use-hosting.ts'

/** Who asks for the floor, the longest first. Everybody lowers their own hand, a host anybody's. */
export function HandQueue({ people, hosting }: { people: readonly CallPerson[]; hosting: boolean }) {
  const t = useT()
  const { hands } = useSharedState()
  const own = useHand()
  const { busy, lower, lowerAll } = useHosting()
  const byIdentity = new Map(people.map((person) => [person.identity, person]))
  const queue = hands.flatMap(({ identity }) => byIdentity.get(identity) ?? [])
  if (queue.length === 0) return null
  return (
    <section aria-labelledby="raised-hands" className="panel-in">
      <header className="flex min-h-13 items-center justify-between gap-3 pt-3 pl-1.5">
        <h3 id="raised-hands" className="text-small font-normal text-muted">
          {t('people.hands', { count: queue.length })}
        </h3>
        {hosting && queue.length > 1 && (
          <Button size="small" variant="quiet" busy={busy} onClick={lowerAll}>
            {t('people.hands.lowerAll')}
          </Button>
        )}
      </header>
      <ol>
        {queue.map(({ identity, name, color, isLocal }, index) => (
          <li key={identity} className="flex min-h-13 items-center gap-3 py-1 pl-1.5">
            <span className="flex size-6 shrink-0 items-center justify-center rounded-full border border-transparent bg-attention text-small font-strong tabular text-on-attention">
              {index + 1}
            </span>
            <Avatar name={name} color={color} />
            <p dir="auto" className="min-w-0 flex-1 truncate text-left" title={name}>
              {isLocal ? t('call.tile.you', { name }) : name}
            </p>
            {(isLocal || hosting) && (
              <Button
                size="small"
                aria-label={t(isLocal ? 'signals.hand.lower' : 'people.hand.lowerOf', { name })}
                onClick={() => (isLocal ? own.move(false) : lower(identity))}
              >
                {t('people.hand.lowerShort')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
