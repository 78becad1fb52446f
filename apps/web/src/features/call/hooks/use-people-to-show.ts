import { useTracks } from '@livekit/components-react'
import { Track } from 'livekit-client'
import { peopleToShow } from '../model/people-to-show.ts'
import type { CallPerson } from './use-people.ts'
import { usePinned } from './use-pinned.ts'
import { useView } from './use-view.ts'

const cameras = [Track.Source.Camera]

/** Everybody who has a tile. */
export function usePeopleToShow(people: readonly CallPerson[]): readonly CallPerson[] {
  const on = useTracks(cameras, { onlySubscribed: false }).filter(({ publication }) => !publication.isMuted)
  const view = { ...useView(), pinned: usePinned() }
  return peopleToShow(people, view, new Set(on.map(({ participant }) => participant.identity)))
}
