/**
 * Counts the milliseconds in which the page answered nothing (Long Tasks API; always 0 where the browser has none).
 * `take` gives those since it was last asked.
 */
export function watchBlockedTime(): { take: () => number; stop: () => void } {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return { take: () => 0, stop() {} }
  let blockedMs = 0
  const count = (entries: readonly PerformanceEntry[]) => {
    for (const { duration } of entries) blockedMs += duration
  }
  const observer = new PerformanceObserver((list) => count(list.getEntries()))
  observer.observe({ type: 'longtask' })
  return {
    take() {
      count(observer.takeRecords())
      const taken = blockedMs
      blockedMs = 0
      return taken
    },
    stop: () => observer.disconnect(),
  }
}
