import { type ReactNode, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { usePictureless } from '../hooks/use-pictureless.ts'
import { usePinned } from '../hooks/use-pinned.ts'
import { useTileOrder } from '../hooks/use-tile-order.ts'
import { fitGrid, fitPages, placeTiles, type Rect, type Size } from '../model/grid.ts'
import { stageAreas } from '../model/stage-areas.ts'
import type { StagePlan } from '../model/stage-plan.ts'
import { Pager, pagerHeightPx } from './pager.tsx'
import { Tile } from './tile.tsx'

export interface TileGridProps {
  people: readonly CallPerson[]
  plan: StagePlan
  area: Size
  /** The shared picture's own size, null where a person stands large. */
  picture: Size | null | undefined
  renderShare: (rect: Rect) => ReactNode
}

const nowhere: Rect = { x: 0, y: 0, width: 0, height: 0 }

/**
 * Everybody on the stage in one list, so that nobody's picture starts anew when they change places; those who do not fit
 * are on further pages and not mounted.
 */
export function TileGrid({ people, plan, area, picture, renderShare }: TileGridProps) {
  const t = useT()
  const pinned = usePinned()
  const [wantedPage, setPage] = useState(0)
  const areas = stageAreas(plan.arrangement, area, plan.rest.length, picture)
  const bigRects = placeBig(areas.big ?? nowhere, plan)

  const lead = plan.share === 'grid' ? 1 : 0
  const rest = fitPages(areas.rest ?? nowhere, plan.rest.length + lead, pagerHeightPx(), { strip: areas.beside })
  const page = Math.min(wantedPage, rest.pages - 1)
  const ordered = useTileOrder(people, rest.grid.perPage - lead + plan.big.length, pinned)
  const others = ordered.filter(({ identity }) => !plan.big.includes(identity))
  const from = page * rest.grid.perPage - lead
  const shown = others.slice(Math.max(0, from), from + rest.grid.perPage)
  const leads = page === 0 ? lead : 0
  const restRects = placeTiles(rest.area, rest.grid, shown.length + leads)

  const big = plan.big.flatMap((identity) => people.find((person) => person.identity === identity) ?? [])
  const shareRect = plan.share === 'big' ? bigRects[0] : leads > 0 ? restRects[0] : undefined
  const bigTiles = plan.share === 'big' ? bigRects.slice(1) : bigRects
  const tiles = [...big, ...shown]
  const pictureless = usePictureless(tiles)
  const rects = [...bigTiles, ...restRects.slice(leads)]
  return (
    <>
      {shareRect && renderShare(shareRect)}
      <ul aria-label={t('call.tiles')}>
        {tiles.map((person, index) => (
          <Tile
            key={person.identity}
            person={person}
            rect={rects[index] ?? nowhere}
            spared={pictureless.has(person.identity)}
          />
        ))}
      </ul>
      {rest.pages > 1 && (
        <div
          className="absolute"
          style={{ left: rest.area.x, width: rest.area.width, top: rest.area.y + rest.area.height }}
        >
          <Pager page={page} pages={rest.pages} onPage={setPage} />
        </div>
      )}
    </>
  )
}

/** A shared screen alone fills its place: nothing of it is cut. */
function placeBig(area: Rect, { big, share }: StagePlan): Rect[] {
  const count = big.length + (share === 'big' ? 1 : 0)
  return share === 'big' && count === 1 ? [area] : placeTiles(area, fitGrid(area, Math.max(1, count)), count)
}
