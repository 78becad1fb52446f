import { type Agenda, type BodyInputOf, longestAgendaTitle, mostAgendaItems, type putAgenda } from '@visavis/contracts'
import { parseMinutes } from '../timer/parse-minutes.ts'

export interface DraftItem {
  readonly id: string
  readonly title: string
  /** As typed. */
  readonly minutes: string
}

/** An agenda while a host writes it. `edition` is that of the one it was made from. */
export interface AgendaDraft {
  readonly edition: number
  readonly items: readonly DraftItem[]
}

const usualMinutes = '10'

export const draftOf = ({ edition, items }: Agenda): AgendaDraft => ({
  edition,
  items: items.map(({ id, title, minutes }) => ({ id, title, minutes: String(minutes) })),
})

export const addItem = (items: readonly DraftItem[], id: string): readonly DraftItem[] =>
  items.length < mostAgendaItems ? [...items, { id, title: '', minutes: usualMinutes }] : items

/** Moves an item by so many places, as far as there are any. */
export function moveItem(items: readonly DraftItem[], id: string, by: number): readonly DraftItem[] {
  const from = items.findIndex((item) => item.id === id)
  const moved = items[from]
  const to = from + by
  if (!moved || to < 0 || to >= items.length) return items
  return items.filter((item) => item !== moved).toSpliced(to, 0, moved)
}

export const isWrongTitle = (title: string) => title.trim() === '' || title.trim().length > longestAgendaTitle

const isEmpty = ({ title, minutes }: DraftItem) => title.trim() === '' && minutes === usualMinutes

/** What the API takes; null where something is missing or wrong. Lines that were left empty are left out. */
export function itemsToSave(items: readonly DraftItem[]): BodyInputOf<typeof putAgenda>['items'] | null {
  const meant = items.filter((item) => !isEmpty(item))
  const right = meant.flatMap(({ id, title, minutes: text }) => {
    const minutes = parseMinutes(text)
    return minutes === null || isWrongTitle(title) ? [] : [{ id, title, minutes }]
  })
  return right.length === meant.length ? right : null
}
