import type { HearingState } from '@visavis/contracts'
import { createListening, type Listening, type SpeakerSample } from './listening.ts'

export const lookEveryMs = 2000
/** Between two requests: when all is well, when people come and go, and at the very least. */
const confirmEveryMs = 30_000
const soonMs = 10_000
const gapMs = 5000
/** A large call makes as many requests a second as one of a hundred people, whatever its size. */
const perPersonMs = 300

export interface Report {
  identity: string
  state: HearingState
}

export interface ListenerDeps {
  measure: (speaker: string) => Promise<SpeakerSample>
  subscribeAnew: (speaker: string) => void
  /** Tells the API, and learns whom to listen to from now on. */
  confirm: (heard: Report[]) => Promise<string[]>
  /** How many others are in the call. */
  others: () => number
  random?: () => number
}

/** Listens to those whom the API names, and confirms what it hears; `look` is to be called every two seconds. */
export function createListener({ measure, subscribeAnew, confirm, others, random = Math.random }: ListenerDeps) {
  let speakers = new Map<string, Listening>()
  const told = new Map<string, HearingState>()
  let looking = false
  let lastAtMs = -Infinity
  let nextAtMs = -Infinity

  // Spread, so that a call does not ask as one.
  const spread = (ms: number) => ms * (0.8 + random() * 0.4)
  const atTheCallsPace = (ms: number) => spread(Math.max(ms, others() * perPersonMs))

  const reports = (): Report[] =>
    [...speakers].flatMap(([identity, listening]) => {
      const state = listening.getState()
      return state === null ? [] : [{ identity, state }]
    })
  const isNews = ({ identity, state }: Report) => state !== 'heard' && told.get(identity) !== state

  async function report(atMs: number) {
    lastAtMs = atMs
    const sent = reports()
    // A fault is said again at the same pace in any call, or its speaker would take it for mended.
    const faulty = sent.some(({ state }) => state === 'lost')
    nextAtMs = atMs + (faulty ? spread(confirmEveryMs) : atTheCallsPace(confirmEveryMs))
    // What could not be told is told again.
    const listenTo = await confirm(sent).catch(() => null)
    if (listenTo === null) return
    for (const { identity, state } of sent) {
      told.set(identity, state)
      if (state === 'healed') speakers.get(identity)?.settle()
    }
    speakers = new Map(listenTo.map((speaker) => [speaker, speakers.get(speaker) ?? createListening()]))
  }

  async function look(atMs: number) {
    const samples = await Promise.all(
      [...speakers.keys()].map(async (speaker) => ({ speaker, ...(await measure(speaker)) })),
    )
    for (const { speaker, ...sample } of samples) {
      if (speakers.get(speaker)?.take(atMs, sample)) subscribeAnew(speaker)
    }
    const due = atMs >= nextAtMs || reports().some(isNews)
    if (due && atMs >= lastAtMs + gapMs) await report(atMs)
  }

  return {
    /** One look at a time. */
    async look(atMs: number): Promise<void> {
      if (looking) return
      looking = true
      await look(atMs)
      looking = false
    },

    /** Somebody came or went: whom to listen to may have changed. */
    askSoon(atMs: number) {
      nextAtMs = Math.min(nextAtMs, atMs + atTheCallsPace(soonMs))
    },

    /** Who should be heard and is not, whatever was tried. */
    lost: (): string[] => reports().flatMap(({ identity, state }) => (state === 'lost' ? [identity] : [])),
  }
}
