import { Suspense, useEffect } from 'react'
import { whenIdle } from '../../../platform/when-idle.ts'
import { classNames } from '../../../ui/class-names.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
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

/** Nobody needs it to be seen and heard: it is there before anybody shares. */
const sharedScreen = lazyOverlay(async () => ({ default: (await import('./shared-screen.tsx')).SharedScreen }))

/** What one came for: people in a grid, or something large with the others below it or beside it. */
export function Stage() {
  const people = usePeople()
  const [ref, size] = useSize<HTMLDivElement>()
  useEffect(() => whenIdle(sharedScreen.prefetch), [])
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
          // Who has just come in finds the others where they are, and a busy machine has enough to do.
          state.phase === 'connecting' && '[&_li]:transition-none',
        )}
      >
        {size && (
          <TileGrid
            people={shown}
            plan={plan}
            area={size}
            picture={share ? share.publication.dimensions : null}
            renderShare={(rect) =>
              share && (
                <Suspense fallback={null}>
                  <sharedScreen.Component key={share.publication.trackSid} trackRef={share} rect={rect} />
                </Suspense>
              )
            }
          />
        )}
        {shown.length === 0 && people.length > 1 && !share && hideWithoutVideo && <NobodyShown />}
        {alone && <AloneCard />}
      </div>
    </div>
  )
}
