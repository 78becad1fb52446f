import { onServerClock } from '../server-clock.ts'
import { currentLanguage } from './messages.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** The browser's own variety of the language in use, `en-GB` rather than `en`, for the way it writes dates and times. */
const locale = (): string => {
  const language = currentLanguage()
  return navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ?? language
}

/** By locale: a ticking clock and each message of a chat ask for one, and to make it takes far longer than to use it. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(tag: string): Intl.DateTimeFormat {
  const clock = clocks.get(tag) ?? new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' })
  clocks.set(tag, clock)
  return clock
}

/** Time of day, `14:30`. */
export const formatTime = (instant: Date | string): string => clockOf(locale()).format(new Date(instant))

/** A day and its time in full, for tooltips and records. */
export const formatDateTime = (instant: Date | string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant))

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** When something happened, as one would say it: `il y a 5 min`, `hier, 14:30`, `18 novembre`, `3 mars 2025`. */
export function formatPast(instant: Date | string, now: Date = new Date(onServerClock(Date.now()))): string {
  const then = new Date(instant)
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000)
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'short' })
  if (seconds < minute) return relative.format(0, 'second')
  if (seconds < hour) return relative.format(-Math.floor(seconds / minute), 'minute')
  const days = Math.round((startOfDay(now) - startOfDay(then)) / (day * 1000))
  if (days <= 1) return `${relative.format(-days, 'day')}, ${formatTime(then)}`
  const year = then.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', ...year }).format(then)
}

/** A stretch of time, in whole minutes and seconds: `45 s`, `1 min 20 s`, `2 h 5 min`. */
export function formatDuration(totalSeconds: number): string {
  const unit = (value: number, name: 'second' | 'minute' | 'hour') =>
    new Intl.NumberFormat(locale(), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  const seconds = Math.max(0, Math.floor(totalSeconds))
  if (seconds < minute) return unit(seconds, 'second')
  if (seconds < hour) {
    const rest = seconds % minute
    return rest === 0
      ? unit(seconds / minute, 'minute')
      : `${unit(Math.floor(seconds / minute), 'minute')} ${unit(rest, 'second')}`
  }
  return `${unit(Math.floor(seconds / hour), 'hour')} ${unit(Math.floor((seconds % hour) / minute), 'minute')}`
}
