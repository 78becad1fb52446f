import { withoutPicture } from '../model/cameras-shown.ts'
import type { CallPerson } from './use-people.ts'
import { usePictureLimits } from './use-picture-limits.ts'

/** Whose camera is on and not shown, because the device has too much to do. Given in the order in which they stand. */
export function usePictureless(people: readonly CallPerson[]): ReadonlySet<string> {
  const { cameras } = usePictureLimits()
  const standing = people.map(({ identity, isLocal, participant }) => ({
    identity,
    isLocal,
    cameraOn: participant?.isCameraEnabled ?? false,
  }))
  return withoutPicture(standing, cameras)
}
