/** Less is the way between the two, and no fault of either clock. */
const tolerableMs = 60_000
let behindMs = 0

/** Compares this machine's clock with the `Date` of an answer that has just come in. */
export function compareClocks(date: string | null): void {
  const difference = Date.parse(date ?? '') - Date.now()
  if (!Number.isNaN(difference)) behindMs = Math.abs(difference) > tolerableMs ? difference : 0
}

/** A moment of this machine's clock as the server's shows it: what the server dates is measured against that. */
export const onServerClock = (ownMs: number): number => ownMs + behindMs
