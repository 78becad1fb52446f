import type { Locator } from '@playwright/test'
import { expectAccessible, expectUsableByAll } from '../fixtures/accessibility.ts'
import { expectMovingPicture, expectNoPictures } from '../fixtures/media.ts'
import { callOf, join, openParticipants, pictureOf, tileOf } from '../fixtures/meeting.ts'
import type { People, Person } from '../fixtures/people.ts'
import { enterByApi, fillCall, openRawClient } from '../fixtures/raw-client.ts'
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
async function meetingOfThree(people: People) {
  const claire = await people.agent(still)
  const karim = await people.agent({ context: { viewport: { width: 640, height: 480 } } })
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(karim, room.slug)
  await fillCall(await people.guest('Guest'), room.slug, ['Paul Mercier'])
  await expect(tileOf(claire, '')).toHaveCount(3)
  return { claire, karim, paul: { name: 'Paul Mercier' }, room }
}

test('grid, speaker and sidebar stand as they are named, with and without a share, and are remembered', async ({
  people,
}) => {
  const { claire, karim, paul, room } = await meetingOfThree(people)
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

test('whoever is on another page sends no picture here', async ({ people }) => {
  const claire = await people.agent({ context: { ...still.context, viewport: { width: 390, height: 600 } } })
  const karim = await people.agent()
  const { page } = claire
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(karim, room.slug)
  const names = Array.from('ABCDEFGHI', (letter) => `Guest ${letter}`)
  await fillCall(await people.guest('Guest'), room.slug, names)
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

test('several are pinned for oneself: large with the speaker, first in the grid', async ({ people }) => {
  const { claire, karim, paul } = await meetingOfThree(people)
  const { page } = claire
  const areaOf = async (name: string) => Math.round((await boxOf(tileOf(claire, name))).area)

  await page.getByRole('button', { name: `Tile of ${paul.name}` }).click()
  await page.getByRole('menuitem', { name: 'Pin for me' }).click()
  await expect(tileOf(claire, paul.name)).toContainText('pinned for you')
  await expect.poll(async () => (await areaOf(paul.name)) / (await areaOf(karim.name))).toBeGreaterThan(4)

  const panel = await openParticipants(claire)
  await panel.getByRole('button', { name: `Actions for ${karim.name}` }).click()
  await page.getByRole('menuitem', { name: 'Pin for me' }).click()
  await expect(panel.getByRole('listitem').filter({ hasText: karim.name })).toContainText(/pinned for you/i)
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect.poll(async () => (await areaOf(karim.name)) - (await areaOf(paul.name))).toBe(0)
  expect(await areaOf(karim.name)).toBeGreaterThan((await areaOf(claire.name)) * 3)
  await expectAccessible(page, 'two who are pinned')

  await choose(claire, 'Grid')
  await expect(tileOf(claire, '').first()).toContainText(paul.name)
  await expect(tileOf(claire, '').nth(1)).toContainText(karim.name)
  await page.getByRole('button', { name: `Tile of ${paul.name}` }).click()
  await page.getByRole('menuitem', { name: 'Unpin' }).click()
  await expect(tileOf(claire, '').first()).toContainText(karim.name)
  await expect(tileOf(claire, paul.name)).not.toContainText('pinned for you')
  // Nobody else is told.
  await expect(karim.page.getByText('pinned for you')).toHaveCount(0)

  await page.getByRole('button', { name: 'Layout' }).click()
  await expect(page.getByRole('menuitemradio', { name: 'Grid' })).toHaveAttribute('aria-checked', 'true')
  await expectAccessible(page, 'the menu of layouts')
})

test('of several shares the newest has the stage, each can be chosen, enlarged and given the whole screen', async ({
  people,
}) => {
  const claire = await people.agent(still)
  const karim = await people.agent({ context: { viewport: { width: 640, height: 480 } } })
  const paul = await people.guest('Paul Mercier')
  const { page } = claire
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(karim, slug)
  await karim.page.evaluate(() => {
    const media = navigator.mediaDevices
    const capture = media.getDisplayMedia.bind(media)
    media.getDisplayMedia = async (options) => {
      const stream = await capture(options)
      document.addEventListener('ask-hint', () => {
        document.documentElement.dataset['hint'] = stream.getVideoTracks()[0]?.contentHint ?? ''
      })
      return stream
    }
  })
  await karim.page.getByRole('button', { name: 'Share screen' }).click()
  const shareOf = (name: string) => page.getByRole('figure', { name: `${name}’s screen` })
  await expectMovingPicture(shareOf(karim.name).locator('video'), 25_000)

  // One's own screen is told in words, never shown back.
  await expect(karim.page.getByText('Everybody sees the screen that you share.')).toBeVisible()
  await expect(karim.page.getByRole('figure')).toHaveCount(0)
  const hint = async () => {
    await karim.page.evaluate(() => void document.dispatchEvent(new Event('ask-hint')))
    return await karim.page.evaluate(() => document.documentElement.dataset['hint'])
  }
  await expect.poll(hint).toBe('detail')
  await karim.page.getByRole('button', { name: 'Smooth motion' }).click()
  await expect.poll(hint).toBe('motion')
  await expectUsableByAll(karim.page, 'one’s own share')

  const switcher = page.getByRole('group', { name: 'Shared screens' })
  await expect(switcher).toHaveCount(0)
  const raw = await openRawClient(paul)
  expect(await raw.connect((await enterByApi(paul, slug, paul.name)).token)).toBe(0)
  expect(await raw.publishTrack('screen_share')).toBe('published')
  await expectMovingPicture(shareOf(paul.name).locator('video'), 25_000)
  await expect(shareOf(karim.name)).toHaveCount(0)
  await switcher.getByRole('button', { name: karim.name }).click()
  await expectMovingPicture(shareOf(karim.name).locator('video'), 25_000)
  await expect(shareOf(paul.name)).toHaveCount(0)
  await expectUsableByAll(page, 'two shared screens')

  const video = shareOf(karim.name).locator('video')
  const scale = () => video.evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a)
  const moved = () => video.evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).e)
  await page.getByRole('button', { name: 'Zoom in' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('+')
  await expect.poll(scale).toBeGreaterThan(1.9)
  await page.keyboard.press('ArrowRight')
  await expect.poll(moved).toBe(-60)
  await page.getByRole('button', { name: 'See all of it' }).click()
  await expect.poll(scale).toBe(1)
  await shareOf(karim.name).hover({ position: { x: 100, y: 100 } })
  await page.mouse.wheel(0, -300)
  await expect.poll(scale).toBeGreaterThan(1.5)
  await page.mouse.wheel(0, 3000)
  await expect.poll(scale).toBe(1)

  await page.getByRole('button', { name: 'Full screen' }).click()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('FIGURE')
  await page.getByRole('button', { name: 'Leave full screen' }).click()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull()
})

test('how well somebody is connected is shown in bars and said in words', async ({ people }) => {
  const claire = await people.agent(still)
  const karim = await people.agent()
  const { slug } = await makeRoom(claire)
  await join(claire, slug)
  await join(karim, slug)
  await expect(tileOf(claire, karim.name).locator('[data-quality]')).toContainText(/connection/i, { timeout: 30_000 })
  await expectAccessible(claire.page, 'quality bars')
})
