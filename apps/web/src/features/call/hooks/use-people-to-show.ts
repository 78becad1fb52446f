import { useTracks } from '@livekit/components-react'
import { Track } from 'livekit-client'
import { mayPublish } from '../../../platform/livekit/may-publish.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import { peopleToShow } from '../model/people-to-show.ts'
import type { CallPerson } from './use-people.ts'
import { usePinned } from './use-pinned.ts'
import { useSharedState } from './use-shared-state.ts'
import { useView } from './use-view.ts'

const cameras = [Track.Source.Camera]

/** Who is there to be seen and heard; while nobody is, everybody. */
function onStage(people: readonly CallPerson[]): readonly CallPerson[] {
  const there = people.filter(
    ({ role, participant }) => isHost(role) || participant === null || mayPublish(participant, Track.Source.Microphone),
  )
  return there.length > 0 ? there : people
}

/** Everybody who has a tile. */
export function usePeopleToShow(people: readonly CallPerson[]): readonly CallPerson[] {
  const on = useTracks(cameras, { onlySubscribed: false }).filter(({ publication }) => !publication.isMuted)
  const view = { ...useView(), pinned: usePinned() }
  const { settings } = useSharedState()
  return peopleToShow(
    settings.stage ? onStage(people) : people,
    view,
    new Set(on.map(({ participant }) => participant.identity)),
  )
}
