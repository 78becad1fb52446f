import { expectMovingPicture } from '../fixtures/media.ts'
import { join, pictureOf } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 120_000 })

const large = { context: { viewport: { width: 1600, height: 1000 } } }

/** How high the pictures are that this browser decodes. */
async function expectHeight({ page, name }: Person, height: number): Promise<void> {
  const heights = async () => (await page.evaluate(() => window.visavisProbes.inboundVideo())).map((t) => t.height)
  await expect.poll(heights, { timeout: 20_000, message: `what ${name} decodes` }).toEqual([height])
}

async function choose({ page }: Person, way: 'send' | 'receive', size: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await page.getByRole('button', { name: 'Settings' }).click()
  await dialog.getByRole('tab', { name: 'Picture' }).click()
  await dialog.getByRole('combobox', { name: `Largest picture to ${way}` }).selectOption({ label: size })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

test('what one sends and what one receives is as large as one allows, at once and the next time', async ({
  people,
}) => {
  const claire = await people.agent(large)
  const paul = await people.guest('Paul Mercier', large)
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  for (const person of [claire, paul]) {
    await person.page.getByRole('button', { name: 'Layout' }).click()
    await person.page.getByRole('menu').getByText('Speaker', { exact: true }).click()
    await expectHeight(person, 720)
  }

  await choose(claire, 'receive', '180p (small)')
  await expectHeight(claire, 180)
  await choose(claire, 'receive', '360p (medium)')
  await expectHeight(claire, 360)
  await expectHeight(paul, 720)

  await choose(claire, 'send', '360p (medium)')
  await expectHeight(paul, 360)
  await choose(claire, 'send', '180p (small)')
  await expectHeight(paul, 180)
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectHeight(claire, 360)

  await claire.page.reload()
  await join(claire, slug)
  await expectHeight(claire, 360)
  await expectHeight(paul, 180)
  await choose(claire, 'send', 'Automatic')
  await choose(claire, 'receive', 'Automatic')
  await expectHeight(paul, 720)
  await expectHeight(claire, 720)
})
