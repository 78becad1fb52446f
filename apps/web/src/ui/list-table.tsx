import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface ListTableProps {
  caption: string
  /** Headings of the columns; the last, of the actions, is only for screen readers. */
  columns: string[]
  stale: boolean
  children: ReactNode
}

/**
 * A table in a `ListPanel` that becomes cards where the panel is narrow. It is made of roles and not of table elements,
 * which lose their meaning for screen readers when CSS lays them out as cards.
 */
export function ListTable({ caption, columns, stale, children }: ListTableProps) {
  return (
    <div
      role="table"
      aria-label={caption}
      aria-busy={stale}
      className="block w-full transition-opacity aria-busy:opacity-60 @3xl:table @3xl:border-collapse"
    >
      <div role="rowgroup" className="sr-only @3xl:not-sr-only @3xl:table-header-group">
        <div role="row" className="@3xl:table-row">
          {columns.map((column, index) => (
            <div
              key={column}
              role="columnheader"
              className={classNames(
                'pb-3 text-left text-small font-strong whitespace-nowrap text-muted @3xl:table-cell',
                index === 0 ? 'pl-5' : 'px-4',
              )}
            >
              <span className={classNames(index === columns.length - 1 && 'sr-only')}>{column}</span>
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="block @3xl:table-row-group">
        {children}
      </div>
    </div>
  )
}

/** A row; on a card, cells stand two to a line unless they are `wide`. */
export function ListRow({ children }: { children: ReactNode }) {
  return (
    <div
      role="row"
      className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1 border-t border-line px-4 py-3.5 @3xl:table-row"
    >
      {children}
    </div>
  )
}

const cells = {
  main: 'col-span-2 min-w-0 @3xl:w-1/2 @3xl:py-3 @3xl:pl-5',
  plain: 'whitespace-nowrap text-muted @3xl:px-4',
  last: 'justify-self-end whitespace-nowrap text-muted @3xl:px-4',
  wide: 'col-span-2 text-muted @3xl:px-4',
  actions: 'col-span-2 @3xl:pr-3',
  menu: 'justify-self-end @max-3xl:-mr-2.5 @3xl:w-16 @3xl:pr-3',
}

/** A cell: `main` names the row, `last` ends a line of a card, `actions` end the row, `menu` a row with nothing but one. */
export function ListCell({ kind = 'plain', children }: { kind?: keyof typeof cells; children: ReactNode }) {
  return (
    <div role="cell" className={classNames('@3xl:table-cell @3xl:align-middle', cells[kind])}>
      {kind === 'actions' && (
        <div className="flex items-center justify-end gap-1 @max-3xl:mt-1.5 @max-3xl:-mr-2.5">{children}</div>
      )}
      {kind === 'menu' && <div className="flex justify-end">{children}</div>}
      {kind !== 'actions' && kind !== 'menu' && children}
    </div>
  )
}
