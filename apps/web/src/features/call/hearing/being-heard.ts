import type { Hearing } from '@visavis/contracts'

/** One new publication serves everybody who asked for it. */
const republishAfterMs = 30_000
/** It interrupts everybody's sound: a listener whom it did not help, or who means ill, is not to have it again and again. */
const sameAgainAfterMs = 300_000
/** Whoever hears nothing says so every half minute; who no longer does listens to others by now. */
const staleAfterMs = 90_000

export interface BeingHeardDeps {
  isOn: () => boolean
  publishAnew: () => void
}

/** The speaker's end: publishes anew when a listener asks, and knows who hears nothing all the same. */
export function createBeingHeard({ isOn, publishAnew }: BeingHeardDeps) {
  const lostTo = new Map<string, number>()
  let listeners = 0
  let publishedAtMs = -Infinity
  const servedAtMs = new Map<string, number>()

  const isOwed = (by: string, atMs: number) =>
    atMs - publishedAtMs >= republishAfterMs && atMs - (servedAtMs.get(by) ?? -Infinity) >= sameAgainAfterMs

  return {
    take(atMs: number, { by, state, of }: Hearing) {
      // A muted microphone is not to be heard; what was said of it comes late.
      if (!isOn()) return
      listeners = of
      if (state === 'lost') lostTo.set(by, atMs)
      else lostTo.delete(by)
      if (state !== 'unheard' || !isOwed(by, atMs)) return
      publishedAtMs = atMs
      servedAtMs.set(by, atMs)
      publishAnew()
    },

    /** Whoever left, or everybody once one is muted. */
    forget(identity?: string) {
      if (identity === undefined) lostTo.clear()
      else lostTo.delete(identity)
    },

    /** Who hears nothing, and whether that is everybody who listens for it. */
    news(atMs: number): { unheardBy: string[]; byNobody: boolean } {
      const unheardBy = [...lostTo].flatMap(([by, saidAtMs]) => (atMs - saidAtMs < staleAfterMs ? [by] : []))
      return { unheardBy, byNobody: unheardBy.length > 0 && unheardBy.length >= listeners }
    },
  }
}
