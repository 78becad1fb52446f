import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useDeferredValue } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { PersonRow, type PersonRowActions } from './person-row.tsx'

export interface PeopleListProps extends PersonRowActions {
  people: readonly CallPerson[]
  /** What scrolls, and how far below its beginning the list starts. */
  scroller: RefObject<HTMLElement | null>
  offsetPx: number
}

/** Up to here everybody is mounted, for who searches in the page or reads on with a screen reader. */
const allUpTo = 40
const aroundView = 4
/** A row of two lines, before it is measured. */
const rowPx = () => 3.25 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** The rows that are on screen, and the one that has the focus; each tells its place among all. */
export function PeopleList({ people, scroller, offsetPx, onSpotlight }: PeopleListProps) {
  const t = useT()
  function mounted(range: Range): number[] {
    if (range.count <= allUpTo) return Array.from({ length: range.count }, (_, index) => index)
    const indexes = defaultRangeExtractor(range)
    const focused = scroller.current?.querySelector('li:focus-within')?.getAttribute('data-identity')
    const held = people.findIndex(({ identity }) => identity === focused)
    return held === -1 || indexes.includes(held) ? indexes : [...indexes, held].sort((a, b) => a - b)
  }
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised, by hand or by a compiler.
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowPx,
    getItemKey: (index) => people[index]?.identity ?? index,
    scrollMargin: offsetPx,
    // Those beyond the edges come a moment after those in view, which one waits for.
    overscan: useDeferredValue(aroundView, 0),
    rangeExtractor: mounted,
  })
  return (
    <ul aria-label={t('people.here')} className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start }) => {
        const person = people[index]
        if (!person) return null
        return (
          <li
            key={person.identity}
            ref={rows.measureElement}
            data-index={index}
            data-identity={person.identity}
            aria-setsize={people.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - offsetPx}px)` }}
            className="absolute inset-x-0 top-0"
          >
            <PersonRow person={person} onSpotlight={onSpotlight} />
          </li>
        )
      })}
    </ul>
  )
}
