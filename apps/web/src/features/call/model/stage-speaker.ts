interface Speaker {
  readonly identity: string
  readonly isLocal: boolean
  /** In milliseconds; 0 for never. */
  readonly lastSpokeAtMs: number
}

/**
 * Who stands large where one speaker does: whoever stands there for as long as they speak, then the other who speaks,
 * and in silence whoever stood there. One's own picture only while nobody else is here.
 */
export function stageSpeaker(
  before: string | null,
  people: readonly Speaker[],
  speaking: ReadonlySet<string>,
): string | null {
  const others = people.filter(({ isLocal }) => !isLocal)
  const here = others.some(({ identity }) => identity === before) ? before : null
  if (here !== null && speaking.has(here)) return here
  const next = [...speaking].find((identity) => others.some((other) => other.identity === identity))
  const [lastHeard] = [...others].sort((a, b) => b.lastSpokeAtMs - a.lastSpokeAtMs)
  return next ?? here ?? lastHeard?.identity ?? people[0]?.identity ?? null
}
