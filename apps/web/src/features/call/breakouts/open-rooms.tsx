import type { Breakout, BreakoutPerson, Breakouts } from '@visavis/contracts'
import { LifeBuoy } from 'lucide-react'
import { formatDuration } from '../../../platform/i18n/formats.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { AnnounceForm } from './announce-form.tsx'
import { PeopleToAssign } from './people-to-assign.tsx'
import { useGo } from './use-go.ts'
import type { HostBreakouts } from './use-host-breakouts.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

export interface OpenRoomsProps {
  breakouts: Breakouts
  host: HostBreakouts
  hereId: string | null
}

/** Who is where while the rooms are open; from here hosts visit, move people, and tell all of them something. */
export function OpenRooms({ breakouts, host, hereId }: OpenRoomsProps) {
  const t = useT()
  const go = useGo()
  const { rooms, phase } = breakouts
  const people = breakouts.people ?? []
  const left = useSecondsLeft(breakouts.endsAt)
  const isOpen = phase === 'open'
  const belongs = ({ assignedId, placeId }: BreakoutPerson) =>
    placeId ?? (isOpen && !breakouts.byChoice ? assignedId : null)
  const main = people.filter((person) => belongs(person) === null)
  const list = (people: readonly BreakoutPerson[]) => (
    <PeopleToAssign
      people={people}
      rooms={rooms}
      onAssign={host.assign}
      none={t('breakouts.assign.main')}
      remark={(person) => (person.placeId === belongs(person) ? null : t('breakouts.onTheWay'))}
    />
  )
  const visit = ({ id, name }: Breakout) => {
    if (id === hereId) return <span className="px-2 text-small text-muted">{t('breakouts.youAreHere')}</span>
    return (
      isOpen && (
        <Button size="small" aria-label={t('breakouts.goName', { room: name })} onClick={() => go(id)}>
          {t('breakouts.go')}
        </Button>
      )
    )
  }
  return (
    <>
      {left !== null && <p className="tabular text-muted">{t('breakouts.timeLeft', { time: formatDuration(left) })}</p>}
      <AnnounceForm onSend={host.announce} />
      <ul className="flex flex-col gap-3">
        {rooms.map((room) => {
          const theirs = people.filter((person) => belongs(person) === room.id)
          return (
            <li key={room.id} className="rounded-card border border-line bg-surface p-3">
              <div className="flex min-h-9 items-center gap-2 pl-2">
                <div className="min-w-0 flex-1">
                  <h3 className="truncate font-strong" title={room.name}>
                    {room.name}
                  </h3>
                  {room.helpAskedAt !== null && (
                    <p className="flex items-center gap-1.5 text-small text-on-attention-soft">
                      <LifeBuoy aria-hidden="true" size={16} />
                      {t('breakouts.asksForHelp')}
                    </p>
                  )}
                </div>
                {visit(room)}
              </div>
              {theirs.length > 0 ? (
                list(theirs)
              ) : (
                <p className="pt-1 pl-2 text-small text-muted">{t('breakouts.nobody')}</p>
              )}
            </li>
          )
        })}
      </ul>
      {main.length > 0 && (
        <section aria-labelledby="in-main-call">
          <h3 id="in-main-call" className="text-small font-normal text-muted">
            {t('breakouts.mainCall', { count: main.length })}
          </h3>
          {list(main)}
        </section>
      )}
    </>
  )
}
