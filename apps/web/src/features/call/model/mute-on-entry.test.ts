import { expect, test } from 'vitest'
import type { TakenMedia } from '../../../platform/media/local-media.ts'
import { bringsSound, muteOnEntry } from './mute-on-entry.ts'

const track = () => ({ enabled: true }) as MediaStreamTrack
const taken: TakenMedia = { camera: null, microphone: null, late: [], speakerId: null }

test('an open microphone comes in muted, and transmits nothing from that moment', () => {
  const media: TakenMedia = { ...taken, microphone: { track: track(), muted: false } }
  expect(bringsSound(media)).toBe(true)
  const muted = muteOnEntry(media)
  expect(muted.microphone).toMatchObject({ muted: true, track: { enabled: false } })
  expect(bringsSound(muted)).toBe(false)
})

test('one that the browser is still opening is left off, and the camera comes in as it is', () => {
  const media: TakenMedia = { ...taken, camera: track(), late: ['camera', 'microphone'] }
  expect(bringsSound(media)).toBe(true)
  expect(muteOnEntry(media)).toMatchObject({ camera: { enabled: true }, late: ['camera'] })
})

test('whoever had it off, or has none, loses nothing', () => {
  expect(bringsSound(taken)).toBe(false)
  expect(bringsSound({ ...taken, microphone: { track: track(), muted: true } })).toBe(false)
})
