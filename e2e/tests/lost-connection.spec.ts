import { calmContext, expectUsableByAll } from '../fixtures/accessibility.ts'
import { expectMovingPicture } from '../fixtures/media.ts'
import { callOf, join, joinByLobby, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test('a connection lost for long offers a retry, and who takes it is the participant of before, without the lobby', async ({
  people,
  product,
}) => {
  test.setTimeout(150_000)
  const { sfu } = product.stack
  if (!sfu) throw new Error('the stack has no SFU of its own')
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier', { context: calmContext })
  const room = await makeRoom(claire)
  await join(claire, room.slug)
  await joinByLobby(paul, claire, room.slug)
  await expectMovingPicture(pictureOf(claire, paul.name))
  const identity = () => tileOf(claire, paul.name).getAttribute('data-participant-identity')
  const before = await identity()

  await sfu.kill('SIGKILL')
  const banner = paul.page.getByTestId('connection-lost')
  await expect(banner).toBeVisible()
  // livekit-client tries by itself for half a minute; then the page asks the API, and says when it will again.
  const retry = paul.page.getByRole('button', { name: 'Try again now' })
  await expect(retry).toBeVisible({ timeout: 60_000 })
  await expectUsableByAll(paul.page, 'a lost connection')
  await expect(paul.page.getByText(/Next try in \d+ seconds?\.|Trying again/)).toBeVisible()
  await expect(tileOf(paul, claire.name)).toContainText('Coming back')
  await expect(paul.page.getByRole('button', { name: 'Leave the meeting' })).toBeEnabled()

  // Long enough before the page's own next try that it is the click which brings them back.
  await expect(paul.page.getByText(/Next try in ([6-9]|10) seconds\./)).toBeVisible({ timeout: 60_000 })
  await sfu.start()
  await retry.click()
  await expect(banner).toBeHidden({ timeout: 15_000 })
  await expect(callOf(paul)).toBeVisible()
  await expectMovingPicture(pictureOf(paul, claire.name), 30_000)
  await expectMovingPicture(pictureOf(claire, paul.name), 30_000)
  expect(await identity()).toBe(before)
})
