/** Between two sentences nobody stops speaking. */
export const silentAfterMs = 800

export type Speakers = ReturnType<typeof createSpeakers>

/**
 * Who speaks, without flicker: at once when they begin, and until they have been silent for a moment. `hear` takes
 * everybody whose voice is heard right now.
 */
export function createSpeakers() {
  let speaking: ReadonlySet<string> = new Set()
  const falling = new Map<string, ReturnType<typeof setTimeout>>()
  const listeners = new Set<() => void>()

  function set(next: ReadonlySet<string>) {
    speaking = next
    for (const listener of listeners) listener()
  }
  function fall(identity: string) {
    falling.delete(identity)
    set(new Set([...speaking].filter((other) => other !== identity)))
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** The same set for as long as nobody begins or ends; those who began first come first. */
    getSpeaking: () => speaking,

    hear(identities: readonly string[]) {
      for (const identity of identities) {
        clearTimeout(falling.get(identity))
        falling.delete(identity)
      }
      for (const identity of speaking) {
        if (identities.includes(identity) || falling.has(identity)) continue
        falling.set(
          identity,
          setTimeout(() => fall(identity), silentAfterMs),
        )
      }
      if (identities.some((identity) => !speaking.has(identity))) set(new Set([...speaking, ...identities]))
    },

    stop() {
      for (const timer of falling.values()) clearTimeout(timer)
      falling.clear()
    },
  }
}
