import { i18n } from '@lingui/core'
import { formatTime } from '../../platform/i18n/formats.ts'
import { createRoom } from '../../platform/livekit/create-room.ts'

/**
 * Does ahead of the click on "Join" what is slow only the first time in a page: livekit-client's code is compiled, and the
 * browser starts its WebRTC and lists its codecs, and learns how times and numbers are written here. Nothing is sent, and
 * nothing stays open.
 */
export async function rehearse(): Promise<void> {
  createRoom(null)
  i18n._('call.facts', { time: formatTime(new Date()), count: 2 })
  const [ours, theirs] = [new RTCPeerConnection(), new RTCPeerConnection()]
  try {
    for (const kind of ['audio', 'video']) ours.addTransceiver(kind)
    // Neither takes its own description, with which it would begin to look for ways to the other.
    await theirs.setRemoteDescription(await ours.createOffer())
    await theirs.createAnswer()
  } finally {
    ours.close()
    theirs.close()
  }
}
