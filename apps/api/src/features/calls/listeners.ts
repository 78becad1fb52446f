import { listenersPerSpeaker } from '@visavis/contracts'

/** Who comes before somebody in the circle that everybody's identities form in their order, the nearest first. */
function before(identity: string, identities: readonly string[]): string[] {
  const circle = [...new Set([...identities, identity])].toSorted()
  const own = circle.indexOf(identity)
  return [...circle.slice(0, own).toReversed(), ...circle.slice(own + 1).toReversed()]
}

/**
 * Whom somebody listens to: the five before them in the circle, so that each is listened to by the five after them.
 * Identities are random: nobody chooses their neighbours, everybody has as many, each copy of the API gives the same answer
 * without keeping one, and who comes or goes changes it for their neighbours alone.
 */
export const speakersOf = (listener: string, identities: readonly string[]): string[] =>
  before(listener, identities).slice(0, listenersPerSpeaker)
