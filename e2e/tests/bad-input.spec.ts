import type { BrowserContext, Page } from '@playwright/test'
import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { admitButton, callOf, join, knock, leave, openPrejoin, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { shiftClock } from '../fixtures/wrong-clock.ts'

interface Faults {
  audio?: string
  video?: string
}
declare global {
  interface Window {
    /** What getUserMedia fails with from now on. */
    faults: Faults
    captures: MediaStreamTrack[]
  }
}

/** From before the page's own scripts: devices fail when they are told to, as no fake device of a browser can. */
const rigDevices = (context: BrowserContext, faults: Faults) =>
  context.addInitScript((faults) => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    window.faults = faults
    window.captures = []
    mediaDevices.getUserMedia = async (constraints = {}) => {
      const fault = (constraints.audio && window.faults.audio) || (constraints.video && window.faults.video)
      if (fault) throw new DOMException('Could not start the source', fault)
      const stream = await open(constraints)
      window.captures.push(...stream.getTracks())
      return stream
    }
  }, faults)

/** The permission for the microphone is taken back: its capture ends, and none can be opened. */
const revokeMicrophone = (page: Page) =>
  page.evaluate(() => {
    window.faults = { audio: 'NotAllowedError' }
    const track = window.captures.findLast(({ kind, readyState }) => kind === 'audio' && readyState === 'live')
    track?.stop()
    track?.dispatchEvent(new Event('ended'))
  })

const dayMs = 86_400_000

const blockStorage = (context: BrowserContext) =>
  context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
    }
  })

test('a camera held by another program, and a permission taken back in mid-call: both are said, and the call goes on', async ({
  people,
}) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await rigDevices(paul.context, { video: 'NotReadableError' })
  await join(claire, slug)
  await openPrejoin(paul, slug)
  const busy = paul.page.getByRole('status').filter({ hasText: 'Your camera is already in use' })
  await expect(busy).toContainText('Close the other program that uses it')
  await paul.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(callOf(paul)).toBeVisible()
  await expectSoundFrom(claire, 1)
  await expectMovingPicture(pictureOf(paul, claire.name))

  await paul.page.getByRole('button', { name: 'Turn camera on' }).click()
  await expect(paul.page.getByText('Your camera is already in use.')).toBeVisible()
  await paul.page.evaluate(() => {
    window.faults = {}
  })
  await paul.page.getByRole('button', { name: 'Turn camera on' }).click()
  await expectMovingPicture(pictureOf(claire, paul.name))

  await revokeMicrophone(paul.page)
  await expect(paul.page.getByText(/is no longer available, and there is no other microphone/)).toBeVisible()
  await expect(tileOf(claire, paul.name)).toContainText('microphone off')
  await paul.page.getByRole('button', { name: 'Turn microphone on' }).click()
  await expect(paul.page.getByText(/Your microphone is blocked. Allow access/)).toBeVisible()
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectSoundFrom(paul, 1)
})

test('clocks wrong by a day, a blocked storage and a name of Arabic, emoji and markup: all of it is right, seen and heard', async ({
  people,
}) => {
  const claire = await people.agent()
  const name = 'مريم 🌻 <img src=x onerror=alert(1)>'
  const guest = await people.guest(name)
  await shiftClock(claire.context, dayMs)
  await shiftClock(guest.context, -dayMs)
  await blockStorage(guest.context)
  const { slug } = await makeRoom(claire)
  await join(claire, slug)
  await knock(guest, slug)
  await claire.page.getByRole('button', { name: /^Participants/ }).click()
  await expect(admitButton(claire, name)).toBeVisible()
  await expect(claire.page.getByRole('complementary').getByText('just now')).toBeVisible()
  await admitButton(claire, name).click()
  await expect(callOf(guest)).toBeVisible()
  await expect(tileOf(claire, name)).toContainText('unverified')
  await expect(claire.page.locator('img')).toHaveCount(0)
  for (const [one, other] of [
    [claire, guest],
    [guest, claire],
  ] as const) {
    await expectMovingPicture(pictureOf(one, other.name))
    await expectSoundFrom(one, 1)
  }

  await claire.page.getByRole('button', { name: /^Chat/ }).click()
  await claire.page.getByRole('textbox', { name: 'Write to everybody' }).fill('Hello')
  // Without a date, Intl reads the clock that has not been shifted.
  const time = () => guest.page.evaluate(() => new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format())
  const before = await time()
  await claire.page.keyboard.press('Enter')
  await guest.page.getByRole('button', { name: /^Chat/ }).click()
  const message = guest.page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'Hello' })
  await expect(message).toContainText(new RegExp(`${before}|${await time()}`))
  await leave(guest)
  await expect(guest.page.getByText(/stayed for (\d+ min )?\d+ sec/)).toBeVisible()
})
