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

const framesOf = ({ page }: Person) => page.evaluate(() => window.visavisProbes.decodedFrames())

async function expectMoreFrames(person: Person): Promise<void> {
  const before = await framesOf(person)
  await expect.poll(() => framesOf(person)).toBeGreaterThan(before + 10)
}

test('a phone that is turned keeps pictures and controls on its screen, and what plays goes on', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier', phone)
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectSoundFrom(paul, 1)
  const media = paul.page.locator('video, audio')
  const marked = await media.evaluateAll(
    (all) => all.map((element) => element.setAttribute('data-there-before', '')).length,
  )
  expect(marked).toBeGreaterThanOrEqual(3)
  const fits = async (element: Locator) => (await boxOf(element)).bottom <= (paul.page.viewportSize()?.height ?? 0)

  for (const [width, height] of [[screen.height, screen.width] as const, [screen.width, screen.height] as const]) {
    await paul.page.setViewportSize({ width, height })
    await expect.poll(() => fits(button(paul, 'Leave the meeting'))).toBe(true)
    await expect.poll(() => fits(tileOf(paul, claire.name))).toBe(true)
    await expect.poll(async () => (await boxOf(tileOf(paul, claire.name))).height).toBeGreaterThan(120)
    await expectMoreFrames(paul)
    await expectMovingPicture(pictureOf(paul, claire.name))
    await expectSoundFrom(paul, 1)
    await expect(media).toHaveCount(marked)
    await expect(paul.page.locator('[data-there-before]')).toHaveCount(marked)
  }
})

/** Chromium's fake cameras take turns in their formats, and the second one's is for depth: it never has a picture. */
const threeCameras = ['--use-fake-device-for-media-stream=device-count=3,fps=12']

/** Gives the first and the last of three fake cameras the sides of a phone's, before the page's own scripts. */
async function rigFrontAndBack({ context }: Person) {
  await context.addInitScript(() => {
    const { mediaDevices } = navigator
    const list = mediaDevices.enumerateDevices.bind(mediaDevices)
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    const cameraOf: Record<string, string> = { user: 'fake_device_0', environment: 'fake_device_2' }
    const sideOf = (label: string) => Object.keys(cameraOf).find((side) => cameraOf[side] === label)
    mediaDevices.enumerateDevices = async () => {
      const all = (await list()).filter(({ kind, label }) => kind !== 'videoinput' || sideOf(label) !== undefined)
      for (const device of all) {
        const side = sideOf(device.label)
        if (side !== undefined) Object.assign(device, { getCapabilities: () => ({ facingMode: [side] }) })
      }
      return all
    }
    mediaDevices.getUserMedia = async ({ video, ...others } = {}) => {
      const side = typeof video === 'object' && typeof video.facingMode === 'string' ? video.facingMode : undefined
      const camera = (await list()).find(({ label }) => side !== undefined && label === cameraOf[side])
      const asked = camera && typeof video === 'object' ? { ...video, deviceId: { exact: camera.deviceId } } : video
      if (camera && typeof asked === 'object') delete asked.facingMode
      return await open({ ...others, ...(asked !== undefined && { video: asked }) })
    }
    const read = MediaStreamTrack.prototype.getSettings
    MediaStreamTrack.prototype.getSettings = function () {
      const facingMode = sideOf(this.label)
      return { ...read.call(this), ...(facingMode !== undefined && { facingMode }) }
    }
  })
}

/**
 * The camera in one's own tile: what it is called, whether it still runs, and whether one sees it as in a mirror. Null for
 * the moment between two cameras.
 */
const ownCamera = (person: Person) =>
  pictureOf(person, person.name).evaluate((video) => {
    const track =
      video instanceof HTMLVideoElement && video.srcObject instanceof MediaStream && video.srcObject.getVideoTracks()[0]
    if (!track) return null
    return { label: track.label, state: track.readyState, mirrored: getComputedStyle(video).scale.startsWith('-1') }
  })

test('a phone turns to its other camera and back, and the others see it without a break', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier', { ...phone, args: threeCameras })
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await rigFrontAndBack(paul)
  await join(claire, slug)
  await join(paul, slug)
  await expectMovingPicture(pictureOf(claire, paul.name))
  const front = { label: 'fake_device_0', state: 'live', mirrored: true }
  const back = { label: 'fake_device_2', state: 'live', mirrored: false }
  expect(await ownCamera(paul)).toEqual(front)
  for (const expected of [back, front]) {
    await button(paul, 'More actions').tap()
    await paul.page.getByRole('menuitem', { name: 'Switch to the other camera' }).tap()
    await expect.poll(() => ownCamera(paul)).toEqual(expected)
    await expectMoreFrames(claire)
    await expectMovingPicture(pictureOf(claire, paul.name))
  }
})
