import type { View } from './view.ts'

/** How the stage is divided: alike tiles, or something large with the others below it or beside it. */
export type Arrangement = 'grid' | 'speaker' | 'sidebar'

export interface StagePlan {
  readonly arrangement: Arrangement
  /** Identities of those who stand large. */
  readonly big: readonly string[]
  /** The others, those who are pinned first. */
  readonly rest: readonly string[]
  /** Where the shared screen stands: large, or as the first tile of the grid. */
  readonly share: 'big' | 'grid' | null
}

interface Scene extends Pick<View, 'layout' | 'pinned'> {
  readonly identities: readonly string[]
  readonly hasShare: boolean
  readonly speaker: string | null
}

/** Beyond, those who are pinned would be no larger than the others. */
const mostPinnedBig = 4

function arrangementOf({ layout, hasShare }: Scene, somebodyPinned: boolean): Arrangement {
  if (layout !== 'auto') return layout
  if (hasShare) return 'sidebar'
  return somebodyPinned ? 'speaker' : 'grid'
}

/**
 * Who stands where. A shared screen takes the stage; those who are pinned stand there with it in the speaker layout, and
 * first among the others beside it or in the grid.
 */
export function planStage(scene: Scene): StagePlan {
  const { identities, hasShare, speaker } = scene
  const pinned = scene.pinned.filter((identity) => identities.includes(identity))
  const arrangement = arrangementOf(scene, pinned.length > 0)
  const pinnedFirst = [...new Set([...pinned, ...identities])]
  if (arrangement === 'grid') return { arrangement, big: [], rest: pinnedFirst, share: hasShare ? 'grid' : null }

  const onStage = pinned.length > 0 ? pinned.slice(0, mostPinnedBig) : speaker === null ? [] : [speaker]
  const onlyShare = hasShare && (arrangement === 'sidebar' || pinned.length === 0)
  const big = onlyShare ? [] : onStage
  return {
    arrangement,
    big,
    rest: pinnedFirst.filter((identity) => !big.includes(identity)),
    share: hasShare ? 'big' : null,
  }
}
