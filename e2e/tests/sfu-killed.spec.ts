import { setTimeout as delay } from 'node:timers/promises'
import { expectBytesToStop, expectMovingPicture, expectSoundFrom, receivedBytes } from '../fixtures/media.ts'
import { callOf, join, joinByLobby, leave, pictureOf, tileOf } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

const identityOf = (viewer: Person, name: string) => tileOf(viewer, name).getAttribute('data-participant-identity')
const sign = ({ page }: Person) => page.getByTestId('connection-lost')

/** When the sign appears, by the clock of the machine, watched inside the page: the test's own messages take time. */
const noticedAt = ({ page }: Person) =>
  page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const look = () => {
      if (document.querySelector('[data-testid="connection-lost"]')) resolve(Date.now())
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
    return promise
  })

test('a killed SFU is noticed within a second, and the call comes back by itself within ten', async ({
  people,
  product,
}) => {
  test.setTimeout(120_000)
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire)
  await join(claire, room.slug)
  await joinByLobby(paul, claire, room.slug)
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectSoundFrom(claire, 1)
  const paulBefore = await identityOf(claire, paul.name)
  const claireBefore = await identityOf(paul, claire.name)
  const both = [claire, paul]

  const { sfu } = product.stack
  if (!sfu) throw new Error('the stack has no SFU of its own')
  const noticed = both.map(noticedAt)
  const killedAt = Date.now()
  await sfu.kill('SIGKILL')
  const restarted = delay(1_000).then(() => sfu.start())
  await Promise.all(both.map(expectBytesToStop))
  for (const at of await Promise.all(noticed)) expect(at - killedAt, 'milliseconds until the sign').toBeLessThan(1_000)
  await restarted

  const bytes = await Promise.all(both.map(receivedBytes))
  await expectMovingPicture(pictureOf(claire, paul.name), 10_000 - (Date.now() - killedAt))
  await expectMovingPicture(pictureOf(paul, claire.name), 10_000 - (Date.now() - killedAt))
  expect(Date.now() - killedAt, 'milliseconds until the pictures move again').toBeLessThan(10_000)
  await expectSoundFrom(claire, 1)
  await expectSoundFrom(paul, 1)
  for (const [index, person] of both.entries()) {
    expect(await receivedBytes(person)).not.toBe(bytes[index])
    await expect(sign(person)).toBeHidden()
    await expect(callOf(person)).toBeVisible()
  }

  expect(await identityOf(claire, paul.name)).toBe(paulBefore)
  expect(await identityOf(paul, claire.name)).toBe(claireBefore)
  const ofRoom = `from "%" x join "Room" r on r.id = x."roomId" where r.slug = $1`
  const entries = await product.query(`select x.state ${ofRoom.replace('%', 'LobbyEntry')}`, [room.slug])
  expect(entries).toEqual([{ state: 'admitted' }])

  await leave(paul)
  await leave(claire)
  const calls = () => product.query(`select x.id ${ofRoom.replace('%', 'Call')} and x."endedAt" is null`, [room.slug])
  const attendances = () =>
    product.query<{ left: boolean }>(
      `select p."leftAt" is not null as left from "Participant" p join "Call" c on c.id = p."callId"
       join "Room" r on r.id = c."roomId" where r.slug = $1 and p."joinedAt" is not null`,
      [room.slug],
    )
  // The SFU keeps a room for 20 s after the last has left.
  await expect.poll(calls, { timeout: 45_000, message: 'open calls' }).toEqual([])
  expect(await attendances()).toEqual([{ left: true }, { left: true }])
})
