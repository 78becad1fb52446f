import { expectAccessible, expectReflow } from '../fixtures/accessibility.ts'
import { expectSilence, expectSoundFrom } from '../fixtures/media.ts'
import { callOf, join, pictureOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { voiceArgs } from '../fixtures/voice.ts'

test('microphone and camera by keys, and speaking while a key is held', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier', { args: voiceArgs() })
  const { page } = paul
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  await expectSoundFrom(claire, 1)

  const microphone = page.getByRole('toolbar').getByRole('button', { name: /microphone o/ })
  await page.keyboard.press('Control+d')
  await expect(microphone).toHaveAccessibleName('Turn microphone on')
  await expectSilence(claire)
  await page.keyboard.down('Space')
  await expectSoundFrom(claire, 1)
  await page.keyboard.up('Space')
  await expectSilence(claire)

  // Space presses the button that has the focus, once, and is no key to speak with there.
  await microphone.focus()
  await page.keyboard.press('Space')
  await expectSoundFrom(claire, 1)
  await page.keyboard.press('Control+d')
  await expectSilence(claire)

  await expect(pictureOf(claire, paul.name)).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(pictureOf(claire, paul.name)).toBeHidden()
})

test('the list of shortcuts, the panel and the way out by keys', async ({ people }) => {
  const claire = await people.agent({ context: { reducedMotion: 'reduce' } })
  const { page } = claire
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)

  const panel = page.getByRole('complementary', { name: /^Participants/ })
  await page.keyboard.press('Control+Alt+p')
  await expect(panel).toBeVisible()
  await page.keyboard.press('Control+Alt+p')
  await expect(panel).toBeHidden()

  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list.getByText('Turn the microphone on or off')).toBeVisible()
  await expectAccessible(page, 'the list of shortcuts')
  await expectReflow(page, 'the list of shortcuts')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(callOf(claire)).toBeFocused()

  const microphone = page.getByRole('button', { name: 'Turn microphone off' })
  await expect(microphone).toHaveAttribute('aria-keyshortcuts', 'Control+D')
  await microphone.hover()
  await expect(page.getByRole('tooltip')).toContainText('Ctrl+D')

  await page.keyboard.press('Control+Shift+h')
  await expect(page.getByRole('heading', { name: 'You have left the meeting' })).toBeVisible()
})
