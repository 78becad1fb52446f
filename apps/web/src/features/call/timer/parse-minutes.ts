import { longestClockMinutes } from '@visavis/contracts'

/** A whole number of minutes that the API takes, or null. */
export function parseMinutes(text: string): number | null {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return minutes >= 1 && minutes <= longestClockMinutes ? minutes : null
}
