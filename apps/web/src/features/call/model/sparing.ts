/** How the connection is used: for everything, or for sound and shared screens alone. */
export interface SparingState {
  readonly sparing: boolean
  /** The connection has been poor for a while, and nobody has said yet what to do about it. */
  readonly offered: boolean
}

/** As the SFU rates the connection of this participant. */
export type Quality = 'good' | 'poor'

const poorForMs = 8000
/** Whoever declines is left alone for this long. */
const quietForMs = 180_000

/**
 * Low-connection mode: cameras are neither sent nor received, so that what is left carries sound first and shared screens
 * next. Chosen, or offered once the connection has been poor for a while; never switched on unasked.
 */
export function createSparing(stopCamera: () => void) {
  const listeners = new Set<() => void>()
  let state: SparingState = { sparing: false, offered: false }
  let timer: ReturnType<typeof setTimeout> | undefined
  let quietUntilMs = 0

  function change(next: SparingState) {
    state = next
    for (const listener of listeners) listener()
  }
  function offer() {
    timer = undefined
    if (!state.sparing) change({ ...state, offered: true })
  }
  function calm() {
    clearTimeout(timer)
    timer = undefined
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,

    rate(quality: Quality) {
      if (quality === 'good') {
        calm()
        if (state.offered) change({ ...state, offered: false })
      } else if (!state.sparing && !state.offered && timer === undefined && Date.now() >= quietUntilMs) {
        timer = setTimeout(offer, poorForMs)
      }
    },

    /** One's own camera stays off afterwards: it is switched on by its owner alone. */
    set(sparing: boolean) {
      calm()
      change({ sparing, offered: false })
      if (sparing) stopCamera()
      else quietUntilMs = Date.now() + quietForMs
    },

    stop: calm,
  }
}

export type Sparing = ReturnType<typeof createSparing>
