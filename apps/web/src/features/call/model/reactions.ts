import type { Reaction } from '@visavis/contracts'

export interface ShownReaction extends Reaction {
  readonly id: number
}

/** A little shorter than the animation of `reaction-float`, at whose end they are no longer seen. */
const shownForMs = 4500
/** What a tile holds; older ones make room. */
const mostOfOne = 5

export type Reactions = ReturnType<typeof createReactions>

/** The reactions of the moment, the newest last. */
export function createReactions() {
  let shown: readonly ShownReaction[] = []
  let nextId = 1
  const listeners = new Set<() => void>()
  const timers = new Set<ReturnType<typeof setTimeout>>()

  function set(next: readonly ShownReaction[]) {
    shown = next
    for (const listener of listeners) listener()
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => shown,

    add(reaction: Reaction) {
      const id = nextId++
      const ofSame = shown.filter(({ identity }) => identity === reaction.identity)
      const tooMany = new Set(ofSame.slice(0, Math.max(0, ofSame.length + 1 - mostOfOne)))
      set([...shown.filter((other) => !tooMany.has(other)), { ...reaction, id }])
      const timer = setTimeout(() => {
        timers.delete(timer)
        set(shown.filter((other) => other.id !== id))
      }, shownForMs)
      timers.add(timer)
    },

    stop() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
