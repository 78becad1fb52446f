import { setTimeout as delay } from 'node:timers/promises'
import { watchFreezes } from '../fixtures/freeze-watch.ts'
import {
  expectBytesToStop,
  expectMovingPicture,
  expectSoundFrom,
  receivedBytes,
  selectedPairs,
} from '../fixtures/media.ts'
import { join, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { type Cut, cuttable, type NetworkCut, prepareNetworkCut, uncut } from '../fixtures/network-cut.ts'
import type { People } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ productOptions: { mediaOverTcp: true } })

const awayMs = 10_000

let network: NetworkCut
test.beforeAll(async () => {
  network = await prepareNetworkCut()
})
test.afterEach(() => network.mend())

/** Claire stays connected; Paul, who sees her, is cut off, and his bytes have stopped. */
async function cutOff(people: People, what: Cut) {
  const claire = await people.agent(uncut)
  const paul = await people.guest('Paul Mercier', cuttable)
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectMovingPicture(pictureOf(claire, paul.name))
  for (const { localProtocol } of await selectedPairs(paul)) expect(localProtocol).toBe('udp')
  const identity = await tileOf(claire, paul.name).getAttribute('data-participant-identity')
  const picture = await watchFreezes(paul, claire.name)
  const cutAt = Date.now()
  await network.cut(what)
  await expectBytesToStop(paul)
  const bytes = await receivedBytes(paul)
  return { claire, paul, identity, picture, cutAt, bytes }
}

test('the network is gone for ten seconds: said within one, and back within five of its return', async ({ people }) => {
  const { claire, paul, identity, picture, cutAt } = await cutOff(people, 'everything')
  await expect(paul.page.getByTestId('connection-lost')).toBeVisible()
  await delay(cutAt + awayMs - Date.now())
  const mendedAt = Date.now()
  await network.mend()
  expect((await picture.frameSince(mendedAt)) - mendedAt, 'milliseconds until the picture moves').toBeLessThan(5_000)
  await expect(paul.page.getByTestId('connection-lost')).toBeHidden()
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectSoundFrom(paul, 1)
  expect(await tileOf(claire, paul.name).getAttribute('data-participant-identity')).toBe(identity)
  expect((await picture.record()).longestMs, 'milliseconds of a frozen picture without a word').toBeLessThan(1_000)
})

test('UDP is blocked in mid-call: said within a second, and the media move to TCP', async ({ people, product }) => {
  const { claire, paul, identity, picture, cutAt } = await cutOff(people, 'udp')
  await expect(paul.page.getByTestId('connection-lost')).toBeVisible()
  const stoppedAt = (await picture.record()).lastFrameAt
  const backAt = await picture.frameSince(stoppedAt + 1_000)
  expect(backAt - cutAt, 'milliseconds until the picture moves').toBeLessThan(20_000)
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectSoundFrom(paul, 1)
  await expect(paul.page.getByTestId('connection-lost')).toBeHidden()
  for (const pair of await selectedPairs(paul))
    expect(pair).toMatchObject({ localProtocol: 'tcp', remotePort: product.stack.ports.livekitTcp })
  expect(await tileOf(claire, paul.name).getAttribute('data-participant-identity')).toBe(identity)
  expect((await picture.record()).longestMs, 'milliseconds of a frozen picture without a word').toBeLessThan(1_000)
})
