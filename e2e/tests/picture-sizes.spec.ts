import { expectMovingPicture } from '../fixtures/media.ts'
import { join, pictureOf } from '../fixtures/meeting.ts'
import { ample, chooseSize, expectHeights, showLarge } from '../fixtures/pictures.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 120_000 })

test('what one sends and what one receives is as large as one allows, at once and the next time', async ({
  people,
}) => {
  const claire = await people.agent(ample)
  const paul = await people.guest('Paul Mercier', ample)
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  await showLarge(claire)
  await showLarge(paul)
  await expectHeights(claire, 720)
  await expectHeights(paul, 720)

  await chooseSize(claire, 'receive', '180p (small)')
  await expectHeights(claire, 180)
  await chooseSize(claire, 'receive', '360p (medium)')
  await expectHeights(claire, 360)
  await expectHeights(paul, 720)

  await chooseSize(claire, 'send', '360p (medium)')
  await expectHeights(paul, 360)
  await chooseSize(claire, 'send', '180p (small)')
  await expectHeights(paul, 180)
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectHeights(claire, 360)

  await claire.page.reload()
  await join(claire, slug)
  await expectHeights(claire, 360)
  await expectHeights(paul, 180)
  await chooseSize(claire, 'send', 'Automatic')
  await chooseSize(claire, 'receive', 'Automatic')
  await expectHeights(paul, 720)
  await expectHeights(claire, 720)
})

test('a weak device sends and takes half the height, until its owner wants more', async ({ people }) => {
  const claire = await people.agent({ ...ample, cores: 2 })
  const paul = await people.guest('Paul Mercier', ample)
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  await showLarge(claire)
  await showLarge(paul)
  await expectHeights(paul, 360)
  await expectHeights(claire, 360)

  await chooseSize(claire, 'send', '720p (high definition)')
  await expectHeights(paul, 720)
  await chooseSize(claire, 'receive', '720p (high definition)')
  await expectHeights(claire, 720)
})
