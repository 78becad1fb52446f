import { LocalVideoTrack, RemoteVideoTrack, type Room } from 'livekit-client'
import { expect, test } from 'vitest'
import { createStrainProbe } from './strain.ts'

/** A camera of somebody else's, and how many of its pictures have been decoded and dropped so far. */
function cameraOf(counts: { framesDecoded: number; framesDropped: number }, { shown = true, isMuted = false } = {}) {
  const track: RemoteVideoTrack = Object.create(RemoteVideoTrack.prototype)
  const getReceiverStats = async () => ({ ...counts })
  Object.assign(track, { attachedElements: shown ? [{}] : [], getReceiverStats })
  return { getTrackPublication: () => ({ isMuted, track }) }
}

function ownCamera(reasons: string[], isMuted = false) {
  const track: LocalVideoTrack = Object.create(LocalVideoTrack.prototype)
  const getSenderStats = async () => reasons.map((qualityLimitationReason) => ({ qualityLimitationReason }))
  Object.assign(track, { getSenderStats })
  return { getTrackPublication: () => ({ isMuted, track }) }
}

const roomOf = (own: unknown, others: unknown[]) =>
  ({ localParticipant: own, remoteParticipants: new Map(others.entries()) }) as unknown as Room

const nothing = { getTrackPublication: () => undefined }

test('one layer short of processor time is enough, one short of bandwidth is not', async () => {
  const strain = (reasons: string[], muted = false) => createStrainProbe(roomOf(ownCamera(reasons, muted), []))()
  expect(await strain(['none', 'cpu'])).toMatchObject({ encoderLimited: true, sends: true })
  expect(await strain(['none', 'bandwidth'])).toMatchObject({ encoderLimited: false, sends: true })
  expect(await strain(['cpu'], true)).toMatchObject({ encoderLimited: false, sends: false })
})

test('counts what was dropped between two looks, of the pictures on screen', async () => {
  const seen = { framesDecoded: 1000, framesDropped: 900 }
  const hidden = { framesDecoded: 0, framesDropped: 0 }
  const look = createStrainProbe(roomOf(nothing, [cameraOf(seen), cameraOf(hidden, { shown: false }), nothing]))
  expect(await look()).toMatchObject({ droppedShare: 0, cameras: 2 })
  Object.assign(seen, { framesDecoded: 1030, framesDropped: 910 })
  Object.assign(hidden, { framesDropped: 500 })
  expect(await look()).toMatchObject({ droppedShare: 0.25 })
  Object.assign(seen, { framesDropped: 915 })
  expect(await look(), 'five pictures say nothing').toMatchObject({ droppedShare: 0 })
})

test('cameras that are off are no burden', async () => {
  const off = cameraOf({ framesDecoded: 0, framesDropped: 0 }, { isMuted: true })
  expect(await createStrainProbe(roomOf(nothing, [off]))()).toMatchObject({ cameras: 0, sends: false })
})
