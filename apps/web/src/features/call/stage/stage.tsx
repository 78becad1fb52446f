import { classNames } from '../../../ui/class-names.ts'
import { useConnectionState } from '../hooks/use-connection-state.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { usePeopleToShow } from '../hooks/use-people-to-show.ts'
import { useShares } from '../hooks/use-shares.ts'
import { useSize } from '../hooks/use-size.ts'
import { useStagePlan } from '../hooks/use-stage-plan.ts'
import { isBroken } from '../model/connection.ts'
import { TileGrid } from '../tiles/tile-grid.tsx'
import { AloneCard } from './alone-card.tsx'
import { NobodyShown } from './nobody-shown.tsx'
import { SharedScreen } from './shared-screen.tsx'

/** What one came for: people in a grid, or something large with the others below it or beside it. */
export function Stage({ people }: { people: readonly CallPerson[] }) {
  const [ref, size] = useSize<HTMLDivElement>()
  const state = useConnectionState()
  const share = useShares().at(-1)
  const shown = usePeopleToShow(people)
  const plan = useStagePlan(shown, share !== undefined)
  const alone = people.length === 1 && state.phase === 'connected'
  return (
    <div
      ref={ref}
      className={classNames(
        'relative min-h-0 min-w-0 flex-1 transition-opacity duration-200',
        // What is seen is from before the connection broke.
        isBroken(state) && 'opacity-50',
      )}
    >
      {size && (
        <TileGrid
          people={shown}
          plan={plan}
          area={size}
          picture={share ? share.publication.dimensions : null}
          renderShare={(rect) =>
            share && <SharedScreen key={share.publication.trackSid} trackRef={share} rect={rect} />
          }
        />
      )}
      {shown.length === 0 && !share && !alone && <NobodyShown />}
      {alone && <AloneCard />}
    </div>
  )
}
