import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { callOf, join, leave, pictureOf } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

/** Counts, from before the page's own scripts, the locks that keep the screen on. */
async function countWakeLocks({ context }: Person) {
  await context.addInitScript(() => {
    const locks: { released: boolean; release(): Promise<void> }[] = []
    const request = async () => {
      const lock = {
        released: false,
        async release() {
          lock.released = true
        },
      }
      locks.push(lock)
      return lock
    }
    // A machine without a screen refuses the real one.
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    Object.assign(window, { wakeLocks: () => locks.filter(({ released }) => !released).length })
  })
}
const wakeLocks = ({ page }: Person): Promise<number> => page.evaluate('wakeLocks()')

test('while in a call, and only then, the screen stays on and leaving the page is asked about', async ({ people }) => {
  const claire = await people.agent()
  const { page } = claire
  const { slug } = await makeRoom(claire)
  await countWakeLocks(claire)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await page.goto(`/${slug}`)
  await page.getByRole('heading', { level: 1 }).click()
  await page.reload()
  expect(asked).toEqual([])
  await join(claire, slug)
  await expect.poll(() => wakeLocks(claire)).toBe(1)

  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(callOf(claire)).toBeVisible()
  await expectMovingPicture(pictureOf(claire, claire.name))

  await leave(claire)
  await expect.poll(() => wakeLocks(claire)).toBe(0)
  await page.reload()
  expect(asked).toEqual(['beforeunload'])
})

test('a phone turns to its other camera, and the others go on seeing and hearing', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier', {
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  })
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await paul.context.addInitScript(() => {
    const facings = ['user', 'environment']
    InputDeviceInfo.prototype.getCapabilities = function () {
      return this.kind === 'videoinput' ? { facingMode: [facings[Number(this.label.includes('device_1'))] ?? ''] } : {}
    }
    const settings = MediaStreamTrack.prototype.getSettings
    MediaStreamTrack.prototype.getSettings = function () {
      const facingMode = facings[Number(this.label.includes('device_1'))] ?? ''
      return { ...settings.call(this), ...(this.kind === 'video' && { facingMode }) }
    }
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (constraints) => {
      const video = constraints?.video
      const wanted = typeof video === 'object' ? video.facingMode : undefined
      if (typeof wanted !== 'string') return await open(constraints)
      const all = await mediaDevices.enumerateDevices()
      const ofSide = all.filter(({ kind }) => kind === 'videoinput')[facings.indexOf(wanted)]
      return await open({ ...constraints, video: { deviceId: { exact: ofSide?.deviceId ?? '' } } })
    }
  })
  await join(claire, slug)
  await join(paul, slug)
  const own = pictureOf(paul, paul.name)
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expect(own).toHaveCSS('scale', '-1 1')
  await paul.page.getByRole('button', { name: 'More actions' }).tap()
  await paul.page.getByRole('menuitem', { name: 'Switch to the other camera' }).tap()
  await expect(own).not.toHaveCSS('scale', '-1 1')
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectSoundFrom(claire, 1)
})
