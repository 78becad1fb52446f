/** What cameras are held to; the strictest reason counts. Heights are those of the shorter side, in pixels. */
export interface PictureLimits {
  /** Of what one's own camera sends. */
  readonly send: number
  /** Of what is taken of each other camera. */
  readonly receive: number
  /** Pictures a second that one's own camera sends. */
  readonly framesPerSecond: number
  /** How many other cameras are shown at once. */
  readonly cameras: number
}

/** Why pictures are held back: the visitor's choice, a spared connection, a busy processor. */
export type LimitReason = 'chosen' | 'sparing' | 'load'

export type PictureLimitsStore = ReturnType<typeof createPictureLimits>

export const noLimits: PictureLimits = {
  send: Infinity,
  receive: Infinity,
  framesPerSecond: Infinity,
  cameras: Infinity,
}

const kinds = ['send', 'receive', 'framesPerSecond', 'cameras'] as const

/** Puts together what several reasons ask for. */
export function createPictureLimits() {
  const reasons = new Map<LimitReason, Partial<PictureLimits>>()
  const listeners = new Set<() => void>()
  let state = noLimits

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,

    /** Holds pictures to this, for this reason, in place of what it asked for before. */
    hold(reason: LimitReason, limits: Partial<PictureLimits>) {
      reasons.set(reason, limits)
      const strictest = (kind: keyof PictureLimits) =>
        Math.min(...[...reasons.values()].map((asked) => asked[kind] ?? Infinity))
      const next = {
        send: strictest('send'),
        receive: strictest('receive'),
        framesPerSecond: strictest('framesPerSecond'),
        cameras: strictest('cameras'),
      }
      if (kinds.every((kind) => next[kind] === state[kind])) return
      state = next
      for (const listener of listeners) listener()
    },
  }
}
