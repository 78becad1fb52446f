import { type Breakouts, breakoutsAtMost } from '@visavis/contracts'
import { Plus, Shuffle } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { PeopleToAssign } from './people-to-assign.tsx'
import { PlanSettings } from './plan-settings.tsx'
import { RoomFields } from './room-fields.tsx'
import { type HostBreakouts, planOf } from './use-host-breakouts.ts'

/** Rooms with their people, before they are opened. */
export function PlanEditor({ breakouts, host }: { breakouts: Breakouts; host: HostBreakouts }) {
  const t = useT()
  const { rooms, byChoice } = breakouts
  const people = breakouts.people ?? []
  const plan = planOf(breakouts)
  const unassigned = people.filter(({ assignedId }) => !rooms.some(({ id }) => id === assignedId))
  const list = (people: typeof unassigned) => (
    <PeopleToAssign people={people} rooms={rooms} onAssign={host.assign} none={t('breakouts.assign.none')} />
  )
  function addRoom() {
    host.plan({ ...plan, rooms: [...plan.rooms, { name: t('breakouts.name', { number: rooms.length + 1 }) }] })
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={addRoom} disabled={host.busy || rooms.length >= breakoutsAtMost}>
          <Plus aria-hidden="true" size={18} />
          {t('breakouts.addRoom')}
        </Button>
        {!byChoice && (
          <Button size="small" onClick={host.shuffle}>
            <Shuffle aria-hidden="true" size={18} />
            {t('breakouts.shuffle')}
          </Button>
        )}
      </div>
      <ol className="flex flex-col gap-3">
        {rooms.map((room, index) => {
          const theirs = people.filter(({ assignedId }) => assignedId === room.id)
          return (
            <li key={room.id} className="rounded-card border border-line bg-surface p-3">
              <RoomFields
                key={room.name}
                room={room}
                number={index + 1}
                onRename={(name) =>
                  host.plan({
                    ...plan,
                    rooms: rooms.map(({ id, ...it }) => ({ id, name: id === room.id ? name : it.name })),
                  })
                }
                onRemove={
                  rooms.length > 1
                    ? () => host.plan({ ...plan, rooms: plan.rooms.filter(({ id }) => id !== room.id) })
                    : null
                }
              />
              {!byChoice &&
                (theirs.length > 0 ? (
                  list(theirs)
                ) : (
                  <p className="pt-2 text-small text-muted">{t('breakouts.nobody')}</p>
                ))}
            </li>
          )
        })}
      </ol>
      {!byChoice && unassigned.length > 0 && (
        <section aria-labelledby="without-breakout">
          <h3 id="without-breakout" className="text-small font-normal text-muted">
            {t('breakouts.unassigned', { count: unassigned.length })}
          </h3>
          {list(unassigned)}
        </section>
      )}
      <PlanSettings plan={plan} onChange={host.plan} />
    </>
  )
}
