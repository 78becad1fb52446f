import { useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useTileOrder } from '../hooks/use-tile-order.ts'
import { fitGrid, gapPx, placeTile, type Rect } from '../model/grid.ts'
import { Pager, pagerHeightPx } from './pager.tsx'
import { Tile } from './tile.tsx'

export interface TileGridProps {
  people: readonly CallPerson[]
  area: Rect
  /** Beside a shared screen. */
  strip?: boolean
}

/** People in as many tiles as the area holds; the others are on further pages and not mounted. */
export function TileGrid({ people, area, strip = false }: TileGridProps) {
  const t = useT()
  const [wantedPage, setPage] = useState(0)
  const onePage = fitGrid(area, people.length, { strip })
  const paged = onePage.perPage < people.length
  const inner = paged ? { ...area, height: area.height - pagerHeightPx() - gapPx } : area
  const grid = paged ? fitGrid(inner, people.length, { strip }) : onePage
  const ordered = useTileOrder(people, grid.perPage)
  const pages = Math.max(1, Math.ceil(people.length / grid.perPage))
  const page = Math.min(wantedPage, pages - 1)
  const shown = ordered.slice(page * grid.perPage, (page + 1) * grid.perPage)
  return (
    <div className="absolute" style={{ left: area.x, top: area.y, width: area.width, height: area.height }}>
      <ul aria-label={t('call.tiles')} className="relative" style={{ height: inner.height }}>
        {shown.map((person, index) => (
          <Tile key={person.identity} person={person} rect={placeTile(inner, grid, index, shown.length)} />
        ))}
      </ul>
      {paged && <Pager page={page} pages={pages} onPage={setPage} />}
    </div>
  )
}
