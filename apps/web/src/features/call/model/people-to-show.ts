import type { View } from './view.ts'

interface Shown {
  readonly identity: string
  readonly isLocal: boolean
  /** Null for who is shown from memory while a connection is restored. */
  readonly participant: unknown
}

/** Who has a tile: all but those whom one has chosen not to see. Who is pinned, or on the way back, always has one. */
export function peopleToShow<P extends Shown>(people: readonly P[], view: View, withVideo: ReadonlySet<string>): P[] {
  return people.filter(({ identity, isLocal, participant }) => {
    if (view.pinned.includes(identity)) return true
    if (isLocal) return !view.hideSelf
    return !view.hideWithoutVideo || participant === null || withVideo.has(identity)
  })
}
