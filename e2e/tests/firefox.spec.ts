import { firefoxPath, openFirefox } from '../fixtures/firefox.ts'
import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { join, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test('a guest in Firefox and an agent in Chromium see and hear each other', async ({ people, product, network }) => {
  const path = firefoxPath() ?? ''
  test.skip(path === '', 'There is no Firefox on this machine (Debian: firefox-esr), and FIREFOX_PATH names none.')
  test.setTimeout(120_000)
  const claire = await people.agent()
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)

  const firefox = await openFirefox(path, network)
  try {
    const sonia = await firefox.joinAsGuest(`${product.url}/${room.slug}`, 'Sonia Belkacem')
    await expect(tileOf(claire, 'Sonia Belkacem')).toContainText('unverified')
    await expectMovingPicture(pictureOf(claire, 'Sonia Belkacem'), 20_000)
    await expectSoundFrom(claire, 1)
    await expect.poll(() => sonia.distinctPicturesOf(claire.name), { timeout: 20_000 }).toBeGreaterThanOrEqual(3)
    const before = await sonia.receivedSound()
    await expect.poll(() => sonia.receivedSound()).toBeGreaterThan(before)
    await sonia.leave()
    await expect(tileOf(claire, 'Sonia Belkacem')).toBeHidden()
  } finally {
    await firefox.close()
  }
})
