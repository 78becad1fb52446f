import { expectSilence, expectSoundFrom } from '../fixtures/media.ts'
import { join } from '../fixtures/meeting.ts'
import { enterByApi } from '../fixtures/raw-client.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

/** MUTE_ON_ENTRY_FROM, where it is not set. */
const crowd = 10

test('who joins a large call comes in with the microphone off, is told so, and is heard with one click', async ({
  people,
}) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await paul.page.goto('/')
  for (let here = 1; here < crowd; here++) await enterByApi(paul, slug, `Guest ${here}`)

  await join(paul, slug)
  const told = paul.page.getByRole('status').filter({ hasText: 'Many people are in this meeting' })
  await expect(told).toBeVisible()
  await expectSoundFrom(paul, 1)
  await expectSilence(claire)
  await paul.page.getByRole('main').getByRole('button', { name: 'Turn microphone on' }).click()
  await expect(told).toBeHidden()
  await expectSoundFrom(claire, 1)
})
