import { RRuleTemporal } from 'rrule-temporal'
import { toText } from 'rrule-temporal/totext'
import { instantOf } from '../../platform/wall-time.ts'
import type { MailLanguage } from './invitation-texts.ts'

interface When {
  readonly start: string
  readonly timeZone: string
  readonly durationMinutes: number
  readonly recurrence: string | null
}

/** When a meeting takes place, in words: the (first) date, from when to when, in which zone, and how it recurs. */
export function whenInWords({ start, timeZone, durationMinutes, recurrence }: When, language: MailLanguage): string {
  const from = instantOf(start, timeZone)
  const to = new Date(from.getTime() + durationMinutes * 60_000)
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  })
  const date = `${format.formatRange(from, to)} (${timeZone})`
  return recurrence === null ? date : `${date}, ${ruleInWords({ start, timeZone, recurrence }, language)}`
}

function ruleInWords(rule: { start: string; timeZone: string; recurrence: string }, language: MailLanguage): string {
  const dtstart = `DTSTART;TZID=${rule.timeZone}:${rule.start.replaceAll(/[-:]/g, '')}00`
  const parsed = new RRuleTemporal({ rruleString: `${dtstart}\nRRULE:${rule.recurrence}` })
  return toText(parsed, language, { excludeTzAbbreviation: true })
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it stands in HTML, line breaks included. */
export const html = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character).replaceAll('\n', '<br>')
