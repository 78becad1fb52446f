import {
  type Agenda,
  type AgendaNow,
  agendaSchema,
  type BodyOf,
  instantSchema,
  type putAgenda,
  usedAt,
} from '@visavis/contracts'
import * as z from 'zod/mini'

/** As a call keeps it: all items with the time they have used, and the one that is on, unless it has not begun. */
export const storedAgendaSchema = z.extend(agendaSchema, {
  current: z.nullable(z.object({ id: z.uuid(), since: z.nullable(instantSchema) })),
})
export type StoredAgenda = z.infer<typeof storedAgendaSchema>

export const noAgenda: StoredAgenda = { edition: 0, items: [], current: null }

const minuteMs = 60_000

/** Books the time of the current item, whose clock stands still with that. */
function booked(agenda: StoredAgenda, nowMs: number): StoredAgenda {
  const { current } = agenda
  if (current?.since == null) return agenda
  const { since } = current
  const items = agenda.items.map((item) =>
    item.id === current.id ? { ...item, usedMs: Math.round(usedAt({ usedMs: item.usedMs, since }, nowMs)) } : item,
  )
  return { ...agenda, items, current: { id: current.id, since: null } }
}

export const pauseAgenda = booked

export const resumeAgenda = (agenda: StoredAgenda, nowMs: number): StoredAgenda =>
  agenda.current?.since === null
    ? { ...agenda, current: { ...agenda.current, since: new Date(nowMs).toISOString() } }
    : agenda

/** Makes another item the current one, whose clock runs on from what it has used before; null ends the agenda. */
export function goTo(agenda: StoredAgenda, to: string | null, nowMs: number): StoredAgenda {
  const current = to === null ? null : { id: to, since: new Date(nowMs).toISOString() }
  return { ...booked(agenda, nowMs), current }
}

/** Takes a new list: an item that stays keeps what it has used, and an agenda whose current item is gone ends. */
export function editAgenda(agenda: StoredAgenda, items: BodyOf<typeof putAgenda>['items']): StoredAgenda {
  const before = new Map(agenda.items.map((item) => [item.id, item]))
  const { current } = agenda
  const stays = items.some(({ id }) => id === current?.id)
  return {
    edition: agenda.edition + 1,
    items: items.map((item) => ({ ...item, usedMs: before.get(item.id)?.usedMs ?? 0 })),
    current: stays ? current : null,
  }
}

/** What everybody is told of it; null until it has begun. */
export function agendaNow({ items, current }: StoredAgenda): AgendaNow | null {
  const index = items.findIndex(({ id }) => id === current?.id)
  const item = items[index]
  if (!item || !current) return null
  const { id, title, minutes, usedMs } = item
  const sum = (of: (item: Agenda['items'][number]) => number) => items.reduce((total, item) => total + of(item), 0)
  return {
    itemId: id,
    title,
    position: index + 1,
    count: items.length,
    clock: { totalMs: minutes * minuteMs, usedMs, since: current.since },
    next: items[index + 1]?.title ?? null,
    plannedMs: sum(({ minutes }) => minutes * minuteMs),
    usedByOthersMs: sum(({ usedMs }) => usedMs) - usedMs,
  }
}
