import { expectMovingPicture } from '../fixtures/media.ts'
import { join, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { fillCall } from '../fixtures/raw-client.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

const names = Array.from('ABCDEFGHI', (letter) => `Guest ${letter}`)

test('a grid shows as many people as fit and has further pages for the others', async ({ people }) => {
  const claire = await people.agent({ context: { viewport: { width: 390, height: 844 } } })
  const karim = await people.agent()
  const { page } = claire
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(karim, room.slug)
  await fillCall(await people.guest('Guest'), room.slug, names)

  const tiles = tileOf(claire, '')
  const pages = page.getByRole('navigation', { name: 'Pages of participants' })
  await expect(page.getByText('11 people').filter({ visible: true })).toBeVisible()
  await expect(pages).toContainText('1 / 2')
  const first = await tiles.allTextContents()
  expect(first.length).toBeGreaterThan(3)
  for (const tile of await tiles.all()) await expect(tile).toBeInViewport({ ratio: 1 })
  // Who shows a picture comes before those who show none.
  await expectMovingPicture(pictureOf(claire, karim.name))

  await pages.getByRole('button', { name: 'Next page' }).click()
  await expect(pages).toContainText('2 / 2')
  const second = await tiles.allTextContents()
  const shown = (name: string) => [...first, ...second].filter((text) => text.includes(name)).length
  for (const name of [claire.name, karim.name, ...names]) expect(shown(name), name).toBe(1)
  await expect(pages.getByRole('button', { name: 'Next page' })).toBeDisabled()
})
