import { expectMovingPicture } from '../fixtures/media.ts'
import { join, pictureOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test('a shared screen is shown to the others, large, until it is stopped', async ({ people }) => {
  const claire = await people.agent()
  const karim = await people.agent()
  const room = await makeRoom(claire)
  await join(claire, room.slug)
  await join(karim, room.slug)
  await expectMovingPicture(pictureOf(karim, claire.name))

  await claire.page.getByRole('button', { name: 'Share screen' }).click()
  await expect(claire.page.getByText('Everybody sees the screen that you share.')).toBeVisible()
  const shared = karim.page.getByRole('figure', { name: `${claire.name}’s screen` })
  await expectMovingPicture(shared.locator('video'))
  const share = await shared.boundingBox()
  const face = await pictureOf(karim, claire.name).boundingBox()
  expect(share?.width).toBeGreaterThan((face?.width ?? 0) * 2)
  await expect(claire.page.getByRole('figure')).toHaveCount(0)

  await claire.page.getByRole('button', { name: 'Stop sharing' }).first().click()
  await expect(shared).toBeHidden()
  await expect(claire.page.getByText('Everybody sees the screen that you share.')).toBeHidden()
  await expectMovingPicture(pictureOf(karim, claire.name))
})
