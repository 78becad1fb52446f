import * as z from 'zod/mini'
import { instantSchema } from './scalars.ts'

/** The longest that a timer, or an item of an agenda, can be planned for. */
export const longestClockMinutes = 12 * 60
const milliseconds = z.int().check(z.minimum(0))

/** A clock that can be paused: how long it has run before, and by the server’s clock since when it runs again. */
export const clockSchema = z.object({
  totalMs: milliseconds,
  usedMs: milliseconds,
  /** Null while it is paused. */
  since: z.nullable(instantSchema),
})
export type Clock = z.infer<typeof clockSchema>

/** How long a clock has run at a moment of the server’s clock, in milliseconds since 1970. */
export const usedAt = ({ usedMs, since }: Pick<Clock, 'usedMs' | 'since'>, nowMs: number): number =>
  usedMs + (since === null ? 0 : Math.max(0, nowMs - Date.parse(since)))

/** Where an agenda is: its current item’s clock, and what everybody is shown without asking for all of it. */
export const agendaNowSchema = z.object({
  itemId: z.uuid(),
  title: z.string(),
  /** Of the current item, the first being 1, and of how many. */
  position: z.int(),
  count: z.int(),
  clock: clockSchema,
  /** The title of the item that comes next. */
  next: z.nullable(z.string()),
  /** Of all items: what is planned, and what the others have used. */
  plannedMs: milliseconds,
  usedByOthersMs: milliseconds,
})
export type AgendaNow = z.infer<typeof agendaNowSchema>

/** What hosts have started. At most one of timer and agenda runs. */
export const clocksSchema = z.object({
  /** The server’s clock when it said so: what `since` is measured against. */
  at: instantSchema,
  timer: z.nullable(clockSchema),
  agenda: z.nullable(agendaNowSchema),
  /** Grows whenever the list of items is edited. */
  edition: z.int(),
})
export type Clocks = z.infer<typeof clocksSchema>
