import type { Page } from '@playwright/test'
import { expectSoundFrom } from '../fixtures/media.ts'
import { join } from '../fixtures/meeting.ts'
import { ample, expectHeights, showLarge } from '../fixtures/pictures.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 90_000 })

/** Gives the page so much to do that it answers nothing three quarters of the time. */
const keepBusy = (page: Page) =>
  page.evaluate(() => {
    setInterval(() => {
      const end = performance.now() + 300
      while (performance.now() < end);
    }, 400)
  })

test('a busy device takes smaller pictures, then sends a smaller one, says so, and gives all back on demand', async ({
  people,
}) => {
  const claire = await people.agent(ample)
  const paul = await people.guest('Paul Mercier', ample)
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  for (const person of [claire, paul]) {
    await showLarge(person)
    await expectHeights(person, 720)
  }

  await keepBusy(claire.page)
  await expect(claire.page.getByText('Your device is very busy')).toBeVisible({ timeout: 20_000 })
  await expectHeights(claire, 360)
  await expectHeights(paul, 360)
  await expect(claire.page.getByText('yours is sent smaller')).toBeVisible()
  await expectSoundFrom(claire, 1)

  await claire.page.getByRole('button', { name: 'Restore everything' }).click()
  await expect(claire.page.getByText('Your device is very busy')).toBeHidden()
  await expectHeights(claire, 720)
  await expectHeights(paul, 720)
})
