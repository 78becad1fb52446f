import { confirmHearing } from '@visavis/contracts'
import { type RoomServiceClient, TrackSource } from 'livekit-server-sdk'
import { expectSilence } from '../fixtures/media.ts'
import { join } from '../fixtures/meeting.ts'
import type { People, Person } from '../fixtures/people.ts'
import type { Product } from '../fixtures/product.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { sfuOf } from '../fixtures/sfu.ts'
import { expect, test } from '../fixtures/test.ts'
import { silenceArgs, voiceArgs } from '../fixtures/voice.ts'

/** What a decoder makes up where nothing arrives stays far below. */
const voiceEnergy = 0.001

/** A voice arrives: energy that grows by more than comfort noise does, over one track or the next. */
async function expectVoice({ page, name }: Person): Promise<void> {
  let least = Infinity
  const growth = async () => {
    const tracks = await page.evaluate(() => window.visavisProbes.inboundAudio())
    const now = tracks.reduce((sum, { energy }) => sum + energy, 0)
    least = Math.min(least, now)
    return now - least
  }
  await expect.poll(growth, { timeout: 20_000, message: `voice that ${name} receives` }).toBeGreaterThan(voiceEnergy)
}

/** Paul speaks, Claire’s open microphone gives only silence; she hears him, and the API has named him to her. */
async function paulHeardByClaire(people: People, product: Product) {
  const [claire, paul] = await Promise.all([
    people.agent({ args: silenceArgs() }),
    people.guest('Paul Mercier', { args: voiceArgs() }),
  ])
  await holdSenders(paul)
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(paul, slug)
  const named = claire.page.waitForResponse(async (response) => {
    if (!response.url().endsWith('/hearing')) return false
    return confirmHearing.response.parse(await response.json()).listenTo.length === 1
  })
  await join(claire, slug)
  await expectVoice(claire)
  const answer = await named

  const [, call = '', listener = ''] = /calls\/(.*)\/participants\/(.*)\/hearing$/.exec(answer.url()) ?? []
  const [speaker = ''] = confirmHearing.response.parse(await answer.json()).listenTo
  return { claire, paul, sfu: sfuOf(product), call, listener, speaker }
}

/** The SFU's id of what somebody's microphone is published as. */
async function voiceOf(sfu: RoomServiceClient, call: string, identity: string): Promise<string> {
  const { tracks } = await sfu.getParticipant(call, identity)
  return tracks.find(({ source }) => source === TrackSource.MICROPHONE)?.sid ?? ''
}

const notices = ({ page }: Person) => page.getByRole('alert').filter({ hasText: 'voice' })

test('whose voice does not arrive any more is heard again, without anybody’s doing', async ({ people, product }) => {
  const { claire, paul, sfu, call, listener, speaker } = await paulHeardByClaire(people, product)
  const voice = await voiceOf(sfu, call, speaker)
  await sfu.updateSubscriptions(call, listener, [voice], false)
  await expectSilence(claire)
  await expectVoice(claire)
  // It took no new publication, and nothing that anybody had to read.
  expect(await voiceOf(sfu, call, speaker)).toBe(voice)
  for (const person of [claire, paul]) await expect(notices(person)).toHaveCount(0)
})

/** Lets a test take the microphone away from what sends it, behind the back of everybody who ought to notice. */
async function holdSenders({ context }: Person) {
  await context.addInitScript(() => {
    const connections = new Set<RTCPeerConnection>()
    const negotiate: (this: RTCPeerConnection, description?: RTCLocalSessionDescriptionInit) => Promise<void> =
      RTCPeerConnection.prototype.setLocalDescription
    RTCPeerConnection.prototype.setLocalDescription = function (description) {
      connections.add(this)
      return negotiate.call(this, description)
    }
    const senders = () => [...connections].flatMap((connection) => connection.getSenders())
    const voices = () => senders().filter(({ track }) => track?.kind === 'audio')
    Object.assign(window, { unplug: () => Promise.all(voices().map((sender) => sender.replaceTrack(null))) })
  })
}

test('a voice that its own end does not send any more is published anew, and heard again', async ({
  people,
  product,
}) => {
  const { claire, paul, sfu, call, speaker } = await paulHeardByClaire(people, product)
  const voice = await voiceOf(sfu, call, speaker)
  await paul.page.evaluate('unplug()')
  await expectSilence(claire)
  await expectVoice(claire)
  expect(await voiceOf(sfu, call, speaker)).not.toBe(voice)
  for (const person of [claire, paul]) await expect(notices(person)).toHaveCount(0)
})

test('where nothing helps, both ends are told, for as long as it matters', async ({ people, product }) => {
  const { claire, paul, sfu, call, listener, speaker } = await paulHeardByClaire(people, product)
  const voice = await voiceOf(sfu, call, speaker)
  const { permission } = await sfu.getParticipant(call, listener)
  if (!permission) throw new Error('the SFU tells no permissions')
  permission.canSubscribe = false
  await sfu.updateParticipant(call, listener, { permission })
  await expectSilence(claire)
  await expect(notices(claire)).toHaveText(['You do not receive the voice of Paul Mercier.'], { timeout: 25_000 })
  // Silence is no absence of sound: he is told of her ears alone.
  await expect(notices(paul)).toHaveText(['Nobody receives your voice.'])
  // His microphone was published anew before it was given up.
  expect(await voiceOf(sfu, call, speaker)).not.toBe(voice)

  await paul.page.getByRole('button', { name: 'Turn microphone off' }).click()
  for (const person of [claire, paul]) await expect(notices(person)).toHaveCount(0)
})
