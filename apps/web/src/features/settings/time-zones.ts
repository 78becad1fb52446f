export interface TimeZone {
  /** In the IANA database: `Europe/Paris`. */
  id: string
  /** As it is read: `Europe / Paris`. */
  label: string
  /** Now: `UTC+1`. */
  offset: string
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** `America/New_York` as it is read. */
export const timeZoneLabel = (id: string): string => id.replaceAll('_', ' ').replaceAll('/', ' / ')

/** Of the browser, as the system has it. */
export const browserTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts()
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC')
}

/** Every time zone that the browser knows. */
export const listTimeZones = (): TimeZone[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].map((id) => ({
    id,
    label: timeZoneLabel(id),
    offset: offsetOf(id),
  }))

/** Those in whose name or offset every word that was typed is found, without regard to case and accents. */
export function findTimeZones(zones: readonly TimeZone[], typed: string): TimeZone[] {
  const words = plain(typed).split(/[\s/_]+/)
  return zones.filter(({ label, offset }) => {
    const text = plain(`${label} ${offset}`)
    return words.every((word) => text.includes(word))
  })
}
