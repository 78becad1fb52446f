import type { Locator } from '@playwright/test'
import { expectMovingPicture, expectNoPictures } from '../fixtures/media.ts'
import { callOf, join, pictureOf, tileOf } from '../fixtures/meeting.ts'
import type { People, Person } from '../fixtures/people.ts'
import { fillCall } from '../fixtures/raw-client.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 120_000 })

// Tiles are where they are measured, not on their way there.
const still = { context: { reducedMotion: 'reduce' } } as const

async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error(`${element.toString()} is not shown`)
  return { ...box, area: box.width * box.height, right: box.x + box.width, bottom: box.y + box.height }
}

async function choose({ page }: Person, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Layout' }).click()
  await page.getByRole('menu').getByText(item, { exact: true }).click()
  await expect(page.getByRole('menu')).toBeHidden()
}

/** Claire and Karim with their cameras, and a guest who has none; only Karim is ever heard. */
async function meetingOfThree(people: People, origin: string) {
  const claire = await people.agent(still)
  const karim = await people.agent({ context: { viewport: { width: 640, height: 480 } } })
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(karim, room.slug)
  await fillCall(await people.guest('Guest'), origin, room.slug, ['Paul Mercier'])
  await expect(tileOf(claire, '')).toHaveCount(3)
  return { claire, karim, paul: { name: 'Paul Mercier' }, room }
}

test('grid, speaker and sidebar stand as they are named, with and without a share, and are remembered', async ({
  people,
  product,
}) => {
  const { claire, karim, paul, room } = await meetingOfThree(people, product.url)
  const { page } = claire
  const tiles = () => Promise.all([claire, karim, paul].map(({ name }) => boxOf(tileOf(claire, name))))

  const areas = (await tiles()).map(({ area }) => Math.round(area))
  expect(new Set(areas).size, 'alike in a grid').toBe(1)

  await choose(claire, 'Speaker')
  await expect.poll(async () => (await boxOf(tileOf(claire, karim.name))).area).toBeGreaterThan(200_000)
  const [large, ...strip] = (await tiles()).sort((a, b) => b.area - a.area)
  for (const { y, area } of strip) {
    expect(y).toBeGreaterThanOrEqual(large?.bottom ?? Infinity)
    expect(area).toBeLessThan((large?.area ?? 0) / 4)
  }

  await choose(claire, 'Sidebar')
  const beside = async () => {
    const [first, ...others] = (await tiles()).sort((a, b) => b.area - a.area)
    return others.every(({ x }) => x >= (first?.right ?? Infinity))
  }
  await expect.poll(beside).toBe(true)

  await page.reload()
  await join(claire, room.slug)
  await expect(tileOf(claire, '')).toHaveCount(3)
  await expect.poll(beside).toBe(true)

  await karim.page.getByRole('button', { name: 'Share screen' }).click()
  const share = page.getByRole('figure', { name: `${karim.name}’s screen` })
  await expectMovingPicture(share.locator('video'), 25_000)
  for (const { x } of await tiles()) expect(x).toBeGreaterThanOrEqual((await boxOf(share)).right)

  await choose(claire, 'Speaker')
  for (const { y } of await tiles()) expect(y).toBeGreaterThanOrEqual((await boxOf(share)).bottom)

  await choose(claire, 'Grid')
  const cells = [await boxOf(share), ...(await tiles())]
  expect(new Set(cells.map(({ area }) => Math.round(area))).size, 'the share is a tile among others').toBe(1)
  await expectMovingPicture(pictureOf(claire, karim.name), 25_000)
})

test('oneself can be hidden, and seen as others see one; both are remembered', async ({ people }) => {
  const claire = await people.agent(still)
  const karim = await people.agent()
  const { slug } = await makeRoom(claire)
  await join(claire, slug)
  await join(karim, slug)
  const mirrored = () =>
    pictureOf(claire, claire.name).evaluate((video) => /^-1|matrix\(-1/.test(getComputedStyle(video).scale))
  await expectMovingPicture(pictureOf(claire, claire.name))
  expect(await mirrored()).toBe(true)
  await choose(claire, 'See myself as in a mirror')
  await expect.poll(mirrored).toBe(false)

  await choose(claire, 'Hide my own tile')
  await expect(tileOf(claire, claire.name)).toHaveCount(0)
  await expect(tileOf(claire, karim.name)).toBeVisible()
  // The others still see one.
  await expectMovingPicture(pictureOf(karim, claire.name))

  await claire.page.reload()
  await join(claire, slug)
  await expectMovingPicture(pictureOf(claire, karim.name))
  await expect(tileOf(claire, claire.name)).toHaveCount(0)
  await choose(claire, 'Hide my own tile')
  await expectMovingPicture(pictureOf(claire, claire.name))
  expect(await mirrored()).toBe(false)
})

test('people without video can be hidden, and come back with it', async ({ people }) => {
  const claire = await people.agent(still)
  const karim = await people.agent()
  const { slug } = await makeRoom(claire)
  await join(claire, slug)
  await join(karim, slug)
  await expectMovingPicture(pictureOf(claire, karim.name))
  await choose(claire, 'Hide people without video')
  await expect(tileOf(claire, karim.name)).toBeVisible()
  await karim.page.getByRole('button', { name: 'Turn camera off' }).click()
  await expect(tileOf(claire, karim.name)).toHaveCount(0)
  await choose(claire, 'Hide my own tile')
  await expect(callOf(claire).getByText(/Nobody has their camera on/)).toBeVisible()
  await karim.page.getByRole('button', { name: 'Turn camera on' }).click()
  await expectMovingPicture(pictureOf(claire, karim.name))
  await karim.page.getByRole('button', { name: 'Turn camera off' }).click()
  await claire.page.getByRole('button', { name: 'Show everybody' }).click()
  await expect(tileOf(claire, karim.name)).toBeVisible()
})

test('whoever is on another page sends no picture here', async ({ people, product }) => {
  const claire = await people.agent({ context: { ...still.context, viewport: { width: 390, height: 600 } } })
  const karim = await people.agent()
  const { page } = claire
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(karim, room.slug)
  const names = Array.from('ABCDEFGHI', (letter) => `Guest ${letter}`)
  await fillCall(await people.guest('Guest'), product.url, room.slug, names)
  const pages = page.getByRole('navigation', { name: 'Pages of participants' })
  await expect(pages).toBeVisible()
  // Whoever speaks is on the first page.
  await expectMovingPicture(pictureOf(claire, karim.name))

  await pages.getByRole('button', { name: 'Next page' }).click()
  await expect(tileOf(claire, karim.name)).toHaveCount(0)
  await expectNoPictures(claire)
  await pages.getByRole('button', { name: 'Previous page' }).click()
  await expectMovingPicture(pictureOf(claire, karim.name))
})
