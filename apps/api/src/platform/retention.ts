const dayMilliseconds = 86_400_000

/** Selects what was made in calls so many days ago; with 0 days what was made in a call that has ended. */
export function overSince(field: 'openedAt' | 'askedAt', now: Date, days: number) {
  if (days === 0) return { call: { endedAt: { not: null } } }
  return { [field]: { lt: new Date(now.getTime() - days * dayMilliseconds) } }
}
