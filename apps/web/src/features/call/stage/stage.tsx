import { classNames } from '../../../ui/class-names.ts'
import { useConnectionState } from '../hooks/use-connection-state.ts'
import { usePeople } from '../hooks/use-people.ts'
import { usePeopleToShow } from '../hooks/use-people-to-show.ts'
import { useShares } from '../hooks/use-shares.ts'
import { useSize } from '../hooks/use-size.ts'
import { useStagePlan } from '../hooks/use-stage-plan.ts'
import { useView } from '../hooks/use-view.ts'
import { isBroken } from '../model/connection.ts'
import { TileGrid } from '../tiles/tile-grid.tsx'
import { AloneCard } from './alone-card.tsx'
import { NobodyShown } from './nobody-shown.tsx'
import { ShareSwitcher } from './share-switcher.tsx'
import { SharedScreen } from './shared-screen.tsx'

/** What one came for: people in a grid, or something large with the others below it or beside it. */
export function Stage() {
  const people = usePeople()
  const [ref, size] = useSize<HTMLDivElement>()
  const state = useConnectionState()
  const shares = useShares()
  const share = shares.onStage
  const shown = usePeopleToShow(people)
  const { hideWithoutVideo } = useView()
  const plan = useStagePlan(shown, share !== undefined)
  const alone = people.length === 1 && state.phase === 'connected'
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-1">
      {shares.all.length > 1 && <ShareSwitcher shares={shares.all} current={share} onChoose={shares.choose} />}
      <div
        ref={ref}
        className={classNames(
          'relative min-h-0 flex-1 transition-opacity duration-200',
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
        {shown.length === 0 && people.length > 1 && !share && hideWithoutVideo && <NobodyShown />}
        {alone && <AloneCard />}
      </div>
    </div>
  )
}
