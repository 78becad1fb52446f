import type { LobbyEntry } from '@visavis/contracts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { Decide } from './use-decide.ts'
import { WaitingPerson } from './waiting-person.tsx'

export interface WaitingPeopleProps extends Decide {
  entries: readonly LobbyEntry[]
  /** Where entries of several rooms stand together, each says which. */
  showRoom?: boolean
}

/** Everybody who waits, first come first, with admit and deny for each, and admit for all. Nothing when nobody does. */
export function WaitingPeople({ entries, decide, pending, showRoom = false }: WaitingPeopleProps) {
  const t = useT()
  if (entries.length === 0) return null
  const open = entries.filter(({ id }) => !pending.has(id))
  return (
    <section
      aria-label={t('waiting.count', { count: entries.length })}
      className={classNames(
        'panel-in rounded-card border border-attention-line bg-attention-soft',
        // Among rooms of several it stands between other cards, else in a narrow panel.
        showRoom ? 'p-5' : 'p-3.5',
      )}
    >
      <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <h3 className="text-body">{t('waiting.count', { count: entries.length })}</h3>
        {entries.length > 1 && (
          <Button size="small" disabled={open.length === 0} onClick={() => decide('admit', open)}>
            {t('waiting.admitAll')}
          </Button>
        )}
      </header>
      <ul className="mt-2 flex flex-col gap-3.5">
        {entries.map((entry) => (
          <WaitingPerson
            key={entry.id}
            entry={entry}
            showRoom={showRoom}
            busy={pending.has(entry.id)}
            onDecide={(decision) => decide(decision, [entry])}
          />
        ))}
      </ul>
    </section>
  )
}
