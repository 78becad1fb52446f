import type { LobbySnapshot } from '@visavis/contracts'
import { useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { Decide } from './use-decide.ts'
import { WaitingMessage } from './waiting-message.tsx'
import { WaitingPerson } from './waiting-person.tsx'

export interface WaitingPeopleProps extends Decide {
  lobby: LobbySnapshot
  /** Where entries of several rooms stand together, each says which. */
  showRoom?: boolean
}

/**
 * Everybody who waits, first come first, with both answers for each, for some of them and for all, and what they are told.
 * Nothing when nobody does.
 */
export function WaitingPeople({ lobby, decide, pending, showRoom = false }: WaitingPeopleProps) {
  const t = useT()
  const { waiting: entries, messages } = lobby
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [first] = entries
  if (!first) return null
  const open = entries.filter(({ id }) => !pending.has(id))
  const some = open.filter(({ id }) => chosen.has(id))
  const several = entries.length > 1
  const ofOneRoom = entries.every(({ slug }) => slug === first.slug)
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => (on ? before.union(new Set(ids)) : before.difference(new Set(ids))))
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
        {several && some.length === 0 && (
          <Button size="small" disabled={open.length === 0} onClick={() => decide('admit', open)}>
            {t('waiting.admitAll')}
          </Button>
        )}
      </header>
      {several && (
        <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
          <label className="flex min-h-9 items-center gap-2.5 text-small">
            <input
              type="checkbox"
              className="size-6 accent-brand"
              checked={some.length > 0 && some.length === open.length}
              onChange={(event) =>
                choose(
                  open.map(({ id }) => id),
                  event.target.checked,
                )
              }
            />
            {t('waiting.chooseAll')}
          </label>
          {some.length > 0 && (
            <div className="flex gap-2">
              <Button variant="filled" size="small" onClick={() => decide('admit', some)}>
                {t('waiting.admitSome', { count: some.length })}
              </Button>
              <Button size="small" onClick={() => decide('deny', some)}>
                {t('waiting.denySome', { count: some.length })}
              </Button>
            </div>
          )}
        </div>
      )}
      <ul className="mt-2 flex flex-col gap-3.5">
        {entries.map((entry) => (
          <WaitingPerson
            key={entry.id}
            entry={entry}
            showRoom={showRoom}
            busy={pending.has(entry.id)}
            choice={several ? { chosen: chosen.has(entry.id), onChoose: (on) => choose([entry.id], on) } : null}
            onDecide={(decision) => decide(decision, [entry])}
          />
        ))}
      </ul>
      {ofOneRoom && (
        <WaitingMessage
          key={first.slug}
          slug={first.slug}
          message={messages.find(({ slug }) => slug === first.slug) ?? null}
        />
      )}
    </section>
  )
}
