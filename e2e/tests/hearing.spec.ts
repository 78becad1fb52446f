import { confirmHearing } from '@visavis/contracts'
import { type RoomServiceClient, TrackSource } from 'livekit-server-sdk'
import { expectSilence, expectSoundFrom } from '../fixtures/media.ts'
import { join } from '../fixtures/meeting.ts'
import type { People, Person } from '../fixtures/people.ts'
import type { Product } from '../fixtures/product.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { sfuOf } from '../fixtures/sfu.ts'
import { expect, test } from '../fixtures/test.ts'
import { silenceArgs, voiceArgs } from '../fixtures/voice.ts'

/** Paul speaks, Claire’s open microphone gives only silence; she hears him, and the API has named him to her. */
async function paulHeardByClaire(people: People, product: Product) {
  const [claire, paul] = await Promise.all([
    people.agent({ args: silenceArgs() }),
    people.guest('Paul Mercier', { args: voiceArgs() }),
  ])
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(paul, slug)
  const named = claire.page.waitForResponse(async (response) => {
    if (!response.url().endsWith('/hearing')) return false
    return confirmHearing.response.parse(await response.json()).listenTo.length === 1
  })
  await join(claire, slug)
  await expectSoundFrom(claire, 1)
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
  await expectSoundFrom(claire, 1, 15_000)
  // It took no new publication, and nothing that anybody had to read.
  expect(await voiceOf(sfu, call, speaker)).toBe(voice)
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
