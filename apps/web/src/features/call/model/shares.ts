/** A choice among several shares holds until a newer one begins. */
export interface ShareChoice {
  readonly id: string
  /** The newest when it was made. */
  readonly newest: string
}

/** In order of age: those known before as they stood, newcomers last. */
export function byAge(before: readonly string[], now: readonly string[]): string[] {
  return [...new Set([...before.filter((id) => now.includes(id)), ...now])]
}

/** Which share has the stage: the newest, or the one that was chosen since it began. */
export function shareOnStage(ids: readonly string[], choice: ShareChoice | null): string | null {
  const newest = ids.at(-1) ?? null
  if (choice === null || !ids.includes(choice.id)) return newest
  // Where the newest of then has ended, the choice still stands.
  const outdated = newest !== choice.newest && ids.includes(choice.newest)
  return outdated ? newest : choice.id
}
