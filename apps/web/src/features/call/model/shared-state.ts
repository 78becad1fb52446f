import { type AccessLevel, type CallState, type CallStateMessage, roomSettingsSchema } from '@visavis/contracts'
import { retryDelayMs } from './retry-delay.ts'
import { createServerTime } from './server-time.ts'

/** What everybody in the call knows of it; `handUp` is one's own, from the moment one asks for it. */
export interface SharedNow extends CallState {
  /** Whether the API has said it yet. */
  readonly known: boolean
  readonly handUp: boolean
}

export interface SharedStateDeps {
  /** One's own. */
  identity: string
  /** The room's, as the join told it. */
  accessLevel: AccessLevel
  fetch: () => Promise<CallState>
  moveHand: (up: boolean) => Promise<CallState>
}

/** Hundreds learn at once that there is something to ask for: they ask within this time, and once for all of it. */
const askWithinMs = 1500

export type SharedState = ReturnType<typeof createSharedState>

/** Follows what the API says of a call: the newest revision holds, in whatever order they arrive. */
export function createSharedState({ identity, accessLevel, fetch, moveHand }: SharedStateDeps) {
  let known: CallState = {
    revision: -1,
    hands: [],
    spotlight: null,
    locked: false,
    accessLevel,
    settings: roomSettingsSchema.parse({}),
    breakouts: null,
  }
  let wanted: boolean | null = null
  let failures = 0
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let hinted = -1
  let hintTimer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const serverTime = createServerTime()
  let state = read()

  function read(): SharedNow {
    const handUp = wanted ?? known.hands.some((hand) => hand.identity === identity)
    return { ...known, known: known.revision >= 0, handUp }
  }
  function changed() {
    state = read()
    for (const listener of listeners) listener()
  }

  function take(next: CallState) {
    // Also where nothing has changed: each time it is told makes the clock better.
    if (next.clocks) serverTime.note(next.clocks.at)
    if (next.revision <= known.revision) return
    known = next
    changed()
  }

  /** What the API tells: the state, or that there is a newer one to ask for. */
  function hear(message: CallStateMessage) {
    if ('hands' in message) return take(message)
    hinted = Math.max(hinted, message.revision)
    hintTimer ??= setTimeout(() => {
      hintTimer = undefined
      if (hinted > known.revision) void refresh()
    }, Math.random() * askWithinMs)
  }

  async function refresh(): Promise<void> {
    clearTimeout(timer)
    try {
      take(await fetch())
      failures = 0
    } catch {
      if (stopped) return
      failures++
      timer = setTimeout(() => void refresh(), retryDelayMs(failures))
    }
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,
    /** The server's clock, for what is measured by it; milliseconds since 1970. */
    serverNow: serverTime.now,
    take,
    hear,
    /** Asks the API, again and again until it answers. */
    refresh,

    /** Says so at once; takes it back, and rejects, when the API refuses. */
    async moveHand(up: boolean): Promise<void> {
      if (wanted !== null) return
      wanted = up
      changed()
      try {
        take(await moveHand(up))
      } finally {
        wanted = null
        changed()
      }
    },

    stop() {
      stopped = true
      clearTimeout(timer)
      clearTimeout(hintTimer)
    },
  }
}
