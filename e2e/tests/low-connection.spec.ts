import { calmContext, expectUsableByAll } from '../fixtures/accessibility.ts'
import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { join, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { expectHeights } from '../fixtures/pictures.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { voiceArgs } from '../fixtures/voice.ts'

test('whoever spares the connection gets no pictures and sends none, goes on hearing and being heard, and comes back to them', async ({
  people,
}) => {
  const claire = await people.agent({ args: voiceArgs() })
  const paul = await people.guest('Paul Mercier', { args: voiceArgs(), context: calmContext })
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(paul, room.slug)
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectMovingPicture(pictureOf(claire, 'Paul Mercier'))

  await paul.page.getByRole('button', { name: 'Choose camera' }).click()
  await paul.page.getByRole('menuitem', { name: /Do without cameras/ }).click()
  await expect(paul.page.getByText('Cameras are off to spare your connection')).toBeVisible()
  await expectUsableByAll(paul.page, 'a call without cameras')
  await expect(pictureOf(claire, 'Paul Mercier')).toBeHidden()
  await expect(tileOf(paul, claire.name)).toBeVisible()
  // No picture is decoded any more, because none arrives.
  const decoded = () => paul.page.evaluate(() => window.visavisProbes.decodedFrames())
  let before = Number.NaN
  await expect
    .poll(
      async () => {
        const now = await decoded()
        const still = now === before
        before = now
        return still
      },
      { intervals: [1000] },
    )
    .toBe(true)
  await expectSoundFrom(paul, 1)
  await expectSoundFrom(claire, 1)

  // Whoever wants to be seen all the same is seen small.
  await paul.page.getByRole('button', { name: 'Turn camera on' }).click()
  await expectHeights(claire, 180)
  await expectMovingPicture(pictureOf(claire, 'Paul Mercier'))
  await paul.page.getByRole('button', { name: 'Turn camera off' }).click()

  await paul.page.getByRole('button', { name: 'Show cameras again' }).click()
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expect(pictureOf(claire, 'Paul Mercier')).toBeHidden()
  await paul.page.getByRole('button', { name: 'Turn camera on' }).click()
  await expectMovingPicture(pictureOf(claire, 'Paul Mercier'))
})
