import type { Page } from '@playwright/test'
import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { callOf, join, openPrejoin, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { voiceArgs } from '../fixtures/voice.ts'

const preview = (page: Page) => page.getByLabel('Preview of your camera')
const joinButton = (page: Page) => page.getByRole('button', { name: 'Join', exact: true })

test('shows one’s picture and proves that one is heard', async ({ people }) => {
  const claire = await people.agent({ args: voiceArgs() })
  const { page } = claire
  const room = await makeRoom(claire, { name: 'Weekly review' })
  await openPrejoin(claire, room.slug)
  await expect(page.getByRole('heading', { level: 1, name: 'Weekly review' })).toBeVisible()
  await expect(page.getByText(claire.name, { exact: true }).first()).toBeVisible()
  await expect(page.getByLabel('Your name')).toBeHidden()
  await expectMovingPicture(preview(page))

  // A page that nobody has touched hears nothing yet.
  await page.getByRole('heading', { level: 1 }).click()
  await expect(page.getByText('Your microphone works')).toBeVisible()
  const widths = page.evaluate(() => {
    const bar = document.querySelector<HTMLElement>('.bg-success')
    if (!bar) throw new Error('no level meter')
    const { promise, resolve } = Promise.withResolvers<number>()
    const seen = new Set<number>()
    new MutationObserver(() => {
      const { width } = bar.getBoundingClientRect()
      if (width >= 1 && seen.add(Math.round(width)).size >= 5) resolve(seen.size)
    }).observe(bar, { attributes: true })
    return promise
  })
  expect(await widths).toBe(5)
})

test('offers every camera, microphone and speaker, and uses the chosen ones in the call', async ({ people }) => {
  const claire = await people.agent()
  const { page } = claire
  const room = await makeRoom(claire)
  await openPrejoin(claire, room.slug)
  const camera = page.getByRole('combobox', { name: 'Camera' })
  await expect(camera.getByRole('option')).toHaveCount(2)
  await expect(page.getByRole('combobox', { name: 'Microphone' }).getByRole('option')).not.toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Speakers' })).toBeVisible()

  const [first = '', second = ''] = await camera.getByRole('option').allTextContents()
  const other = (await camera.locator('option:checked').textContent()) === first ? second : first
  await camera.selectOption({ label: other })
  await expectMovingPicture(preview(page))
  await expect(camera.locator('option:checked')).toHaveText(other)
  await joinButton(page).click()
  await page.getByRole('button', { name: 'Choose camera' }).click()
  await expect(page.getByRole('menuitemradio', { name: other })).toBeChecked()
  await page.getByRole('menuitemradio').filter({ hasNotText: other }).first().click()
  await expectMovingPicture(pictureOf(claire, claire.name))
  await page.getByRole('button', { name: 'Choose microphone and speakers' }).click()
  await expect(page.getByRole('menuitemradio').first()).toBeVisible()
})

test('lets one in with camera and microphone off, and both can be turned on inside', async ({ people }) => {
  const claire = await people.agent()
  const karim = await people.agent()
  const room = await makeRoom(claire)
  await join(karim, room.slug)
  const { page } = claire
  await openPrejoin(claire, room.slug)
  await page.getByRole('button', { name: 'Turn camera off' }).click()
  await page.getByRole('button', { name: 'Turn microphone off' }).click()
  await expect(page.getByText('Your camera is off')).toBeVisible()
  await expect(page.getByText('Your microphone is off')).toBeVisible()
  await joinButton(page).click()
  await expect(callOf(claire)).toBeVisible()
  await expect(tileOf(karim, claire.name)).toContainText('microphone off')
  await expect(pictureOf(karim, claire.name)).toHaveCount(0)

  await page.getByRole('button', { name: 'Turn camera on' }).click()
  await page.getByRole('button', { name: 'Turn microphone on' }).click()
  await expectMovingPicture(pictureOf(karim, claire.name))
  await expectSoundFrom(karim, 1)
})

test('who joins while the browser still opens the devices is seen and heard once it has', async ({ people }) => {
  const claire = await people.agent()
  const karim = await people.agent()
  const room = await makeRoom(claire)
  await join(karim, room.slug)
  await claire.context.addInitScript(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (constraints) => {
      await new Promise((resolve) => addEventListener('devices-open', resolve, { once: true }))
      return await open(constraints)
    }
  })
  await join(claire, room.slug)
  await expect(tileOf(karim, claire.name)).toBeVisible()
  await claire.page.evaluate(() => dispatchEvent(new Event('devices-open')))
  await expectMovingPicture(pictureOf(karim, claire.name))
  await expectSoundFrom(karim, 1)
})

test('tells a guest without a name what is missing', async ({ people }) => {
  const claire = await people.agent()
  const { page } = await people.guest('Paul Mercier')
  const room = await makeRoom(claire)
  await page.goto(`/${room.slug}`)
  const name = page.getByLabel('Your name')
  await page.getByRole('button', { name: 'Ask to enter' }).click()
  await expect(name).toHaveAccessibleDescription(/Enter the name that others will see/)
  await expect(name).toBeFocused()
  await name.fill('x'.repeat(61))
  await page.getByRole('button', { name: 'Ask to enter' }).click()
  await expect(name).toHaveAccessibleDescription(/cannot be longer than 60/)
})

test('a browser that has no camera and no microphone says how to mend it, and comes in all the same', async ({
  people,
}) => {
  const claire = await people.agent()
  const room = await makeRoom(claire, { accessLevel: 'open' })
  const paul = await people.guest('Paul Mercier', {
    devices: 'none',
    context: { permissions: ['camera', 'microphone'] },
  })
  await join(claire, room.slug)
  await openPrejoin(paul, room.slug)
  const fault = paul.page.getByRole('status').filter({ hasText: 'No camera or microphone found' })
  await expect(fault).toContainText('Plug one in, then try again.')
  await expect(fault).toContainText('You can also enter without.')
  await paul.page.getByRole('button', { name: 'Try again' }).click()
  await expect(fault).toBeVisible()

  await joinButton(paul.page).click()
  await expect(callOf(paul)).toBeVisible()
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectSoundFrom(paul, 1)
  await expect(tileOf(claire, paul.name)).toContainText('microphone off')
})

test('a browser that refuses camera and microphone says where to allow them, and comes in all the same', async ({
  people,
}) => {
  const claire = await people.agent()
  const room = await makeRoom(claire, { accessLevel: 'open' })
  // Devices are there; the question is answered with no.
  const paul = await people.guest('Paul Mercier', { devices: 'refused' })
  await openPrejoin(paul, room.slug)
  const fault = paul.page.getByRole('status').filter({ hasText: 'Your camera and microphone are blocked' })
  await expect(fault).toContainText('Allow access in this site’s settings')
  await joinButton(paul.page).click()
  await expect(callOf(paul)).toBeVisible()
})
