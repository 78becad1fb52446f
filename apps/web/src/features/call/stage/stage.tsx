import { classNames } from '../../../ui/class-names.ts'
import { useConnectionState } from '../hooks/use-connection-state.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useShares } from '../hooks/use-shares.ts'
import { useSize } from '../hooks/use-size.ts'
import { isBroken } from '../model/connection.ts'
import { layoutShare } from '../model/share-layout.ts'
import { TileGrid } from '../tiles/tile-grid.tsx'
import { AloneCard } from './alone-card.tsx'
import { SharedScreen } from './shared-screen.tsx'

/** What one came for: people in a grid, or a shared screen with people beside it. */
export function Stage({ people }: { people: readonly CallPerson[] }) {
  const [ref, size] = useSize<HTMLDivElement>()
  const state = useConnectionState()
  const share = useShares().at(-1)
  const layout = size && share && layoutShare(size, share.publication.dimensions)
  return (
    <div
      ref={ref}
      className={classNames(
        'relative min-h-0 min-w-0 flex-1 transition-opacity duration-200',
        // What is seen is from before the connection broke.
        isBroken(state) && 'opacity-50',
      )}
    >
      {size && layout && share && (
        <>
          <SharedScreen trackRef={share} rect={layout.share} />
          <TileGrid people={people} area={layout.strip} strip={layout.strip.x > 0} />
        </>
      )}
      {size && !layout && <TileGrid people={people} area={{ x: 0, y: 0, ...size }} />}
      {people.length === 1 && state.phase === 'connected' && <AloneCard />}
    </div>
  )
}
