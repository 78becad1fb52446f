import { expect, test } from 'vitest'
import type { LocalControls, LocalKind } from './local-controls.ts'
import { takeAlong } from './take-along.ts'

type Tracks = Partial<Record<LocalKind, 'live' | 'ended'>>

/** Devices that are on or off, and what the browser gives of them. */
function controls(on: Record<LocalKind, boolean>, tracks: Tracks) {
  const media = Object.fromEntries(
    Object.entries(tracks).map(([kind, readyState]) => [kind, { mediaStreamTrack: { kind, readyState } }]),
  )
  return { getState: () => on, getTrack: (kind: LocalKind) => media[kind] ?? null } as unknown as LocalControls
}
const on = { microphone: true, camera: true, share: true }

test('microphone and camera go along, a shared screen does not', () => {
  const taken = takeAlong(controls(on, { microphone: 'live', camera: 'live', share: 'live' }), 'loudspeaker')
  expect(taken).toEqual({
    microphone: { track: { kind: 'microphone', readyState: 'live' }, muted: false },
    camera: { kind: 'camera', readyState: 'live' },
    late: [],
    speakerId: 'loudspeaker',
  })
})

test('what is off stays off: a microphone open and silent, a camera closed', () => {
  const taken = takeAlong(
    controls({ ...on, microphone: false, camera: false }, { microphone: 'live', camera: 'ended' }),
    null,
  )
  expect(taken).toMatchObject({ microphone: { muted: true }, camera: null, late: [] })
})

test('what the browser is still opening is opened there', () => {
  expect(takeAlong(controls(on, { microphone: 'live' }), null).late).toEqual(['camera'])
})
