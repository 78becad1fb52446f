import type { BrowserContextOptions, Locator } from '@playwright/test'
import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { callOf, join, openPrejoin, pictureOf, tileOf } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

const screen = { width: 390, height: 844 }
const phone: { context: BrowserContextOptions } = {
  context: { viewport: screen, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
}
/** The smallest side of something for a finger, in CSS pixels (WCAG 2.5.5). */
const finger = 44

async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error(`${element.toString()} is not shown`)
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}

/** On the screen, large enough for a finger, and covered by nothing. */
async function expectInReach(element: Locator, from: number, to: number): Promise<void> {
  await element.tap({ trial: true })
  const { x, y, right, bottom, width, height } = await boxOf(element)
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(finger)
  expect(x).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThanOrEqual(screen.width)
  expect(y).toBeGreaterThanOrEqual(from)
  expect(bottom).toBeLessThanOrEqual(to)
}

const button = ({ page }: Person, name: string | RegExp) => page.getByRole('button', { name, exact: true })

test('somebody on a phone sees and is seen, with the controls under the thumb', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier', phone)
  const { slug } = await makeRoom(claire, { name: 'Weekly review', accessLevel: 'open' })
  await join(claire, slug)

  await openPrejoin(paul, slug)
  await expectInReach(button(paul, 'Join'), 0, screen.height)
  await expectInReach(button(paul, 'Turn camera off'), 0, screen.height)
  await button(paul, 'Choose devices').tap()
  await expect(paul.page.getByRole('combobox', { name: 'Camera' })).toBeVisible()
  await button(paul, 'Join').tap()
  await expect(callOf(paul)).toBeVisible()

  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectSoundFrom(paul, 1)
  await expectSoundFrom(claire, 1)
  await expect(tileOf(paul, claire.name)).toContainText(claire.name)

  const controls = ['Turn microphone off', 'Turn camera off', 'More actions', 'Leave the meeting']
  for (const name of controls) await expectInReach(button(paul, name), screen.height * 0.8, screen.height)
  for (const picture of [tileOf(paul, claire.name), tileOf(paul, paul.name)]) {
    const tile = await boxOf(picture)
    expect(tile.right).toBeLessThanOrEqual(screen.width)
    expect(tile.bottom).toBeLessThanOrEqual((await boxOf(button(paul, 'Leave the meeting'))).y)
  }
})

test('on a phone the participants are a sheet, and the rest is under “more”', async ({ people }) => {
  const claire = await people.agent(phone)
  const paul = await people.guest('Paul Mercier')
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)

  await button(claire, /^Participants/).tap()
  const sheet = claire.page.getByRole('complementary', { name: /^Participants/ })
  await expect(sheet.getByText(paul.name)).toBeVisible()
  await expect.poll(() => sheet.boundingBox()).toEqual({ x: 0, y: 0, ...screen })
  await expectInReach(sheet.getByRole('button', { name: `Actions for ${paul.name}` }), 0, screen.height)
  await sheet.getByRole('button', { name: 'Close' }).tap()
  await expect(sheet).toBeHidden()

  await button(claire, 'More actions').tap()
  const more = claire.page.getByRole('menu')
  for (const item of ['Copy the invitation', 'End the meeting for everybody']) {
    await expectInReach(more.getByRole('menuitem', { name: item }), 0, screen.height)
  }
  const camera = more.getByRole('menuitemradio', { checked: true }).last()
  await expectInReach(camera, 0, screen.height)
  await camera.tap()
  await expect(more).toBeHidden()
  await expectMovingPicture(pictureOf(paul, claire.name))

  await button(claire, 'Leave the meeting').tap()
  await expect(button(claire, 'Join again')).toBeVisible()
})

test('a phone that is turned keeps pictures and controls on its screen', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier', phone)
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  await paul.page.setViewportSize({ width: screen.height, height: screen.width })
  const fits = async (element: Locator) => (await boxOf(element)).bottom <= screen.width
  await expect.poll(() => fits(button(paul, 'Leave the meeting'))).toBe(true)
  await expect.poll(() => fits(tileOf(paul, claire.name))).toBe(true)
  await expect.poll(async () => (await boxOf(tileOf(paul, claire.name))).height).toBeGreaterThan(120)
  await expectMovingPicture(pictureOf(paul, claire.name))
})
