import { expectMovingPicture, expectSoundFrom, selectedPairs } from '../fixtures/media.ts'
import { join, pictureOf } from '../fixtures/meeting.ts'
import type { People, Person, PersonOptions } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ productOptions: { mediaOverTcp: true } })

/** Two people in a call whose browsers are both held to one way for their media; both see and hear each other. */
async function meet(people: People, options: PersonOptions): Promise<[Person, Person]> {
  const claire = await people.agent(options)
  const paul = await people.guest('Paul Mercier', options)
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  await expectMovingPicture(pictureOf(claire, paul.name), 20_000)
  await expectMovingPicture(pictureOf(paul, claire.name), 20_000)
  await expectSoundFrom(claire, 1)
  await expectSoundFrom(paul, 1)
  return [claire, paul]
}

test('media goes over TCP where UDP is blocked, both ways', async ({ people, product }) => {
  const both = await meet(people, { args: ['--webrtc-ip-handling-policy=disable_non_proxied_udp'] })
  for (const person of both) {
    for (const pair of await selectedPairs(person)) {
      expect(pair).toMatchObject({ localProtocol: 'tcp', remotePort: product.stack.ports.livekitTcp })
    }
  }
})

test('media goes over the product’s own TURN where nothing else is allowed, both ways', async ({ people, product }) => {
  const both = await meet(people, { relayOnly: true })
  for (const person of both) {
    for (const pair of await selectedPairs(person)) {
      expect(pair).toMatchObject({
        localType: 'relay',
        relayProtocol: 'udp',
        remotePort: product.stack.ports.livekitUdp,
      })
    }
  }
})
