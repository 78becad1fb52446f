import { useState } from 'react'
import { planStage, type StagePlan } from '../model/stage-plan.ts'
import { stageSpeaker } from '../model/stage-speaker.ts'
import type { CallPerson } from './use-people.ts'
import { usePinned } from './use-pinned.ts'
import { useSpeakers } from './use-speaking.ts'
import { useView } from './use-view.ts'

/** Who stands where on the stage; whoever speaks keeps it until they have finished. */
export function useStagePlan(people: readonly CallPerson[], hasShare: boolean): StagePlan {
  const { layout } = useView()
  const pinned = usePinned()
  const speaking = useSpeakers()
  const [before, setBefore] = useState<string | null>(null)
  const heard = people.map(({ identity, isLocal, participant }) => ({
    identity,
    isLocal,
    lastSpokeAtMs: participant?.lastSpokeAt?.getTime() ?? 0,
  }))
  const speaker = stageSpeaker(before, heard, speaking)
  if (speaker !== before) setBefore(speaker)
  return planStage({ layout, pinned, identities: people.map(({ identity }) => identity), hasShare, speaker })
}
