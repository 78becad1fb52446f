/** A session as far as one takes over from another. */
interface Stay {
  release: () => void
}

/** What one has answered and read, and whether one manages rooms: a move does not bring it up again. */
export interface Notes {
  readonly answered: string
  readonly readAt: string
  readonly panelOpen: boolean
}

export type Moves<S extends Stay> = ReturnType<typeof createMoves<S>>

/**
 * The sessions of one participant, one after the other: each place of a call, the main call or a breakout, has its own. What
 * is said here once holds in all of them.
 */
export function createMoves<S extends Stay>(onMoved: (next: S) => void) {
  let shown: S | null = null
  let pending: S | null = null
  let underWay = false
  let notes: Notes = { answered: '', readAt: '', panelOpen: false }
  const listeners = new Set<() => void>()
  function set(now: boolean) {
    underWay = now
    pending = null
    for (const listener of listeners) listener()
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Whether one is on the way to another place. */
    getState: () => underWay,
    getShown: () => shown,
    /** The session that is being connected beside the one that is shown. */
    getPending: () => pending,
    /** False where one is on the way already. */
    begin(): boolean {
      if (underWay) return false
      set(true)
      return true
    },
    prepare(next: S) {
      pending = next
    },
    end: () => set(false),
    start(first: S) {
      shown = first
    },
    /** Goes on in this session. */
    show(next: S) {
      if (next === shown) return
      const others = [shown, pending === next ? null : pending]
      shown = next
      pending = null
      for (const other of others) other?.release()
      onMoved(next)
    },
    getNotes: () => notes,
    note(change: Partial<Notes>) {
      notes = { ...notes, ...change }
    },
  }
}
