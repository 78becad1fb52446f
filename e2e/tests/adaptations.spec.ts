import { expectWhole } from '../fixtures/accessibility.ts'
import { callOf, join, openPrejoin } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test('with text at 200 %, forced colours and less movement, prejoin and call stay whole and tell what is on', async ({
  people,
}) => {
  const claire = await people.agent({
    // As in the browser's own settings, where a whole layout follows the size of text.
    args: ['--blink-settings=defaultFontSize=32'],
    context: { forcedColors: 'active', reducedMotion: 'reduce' },
  })
  const { page } = claire
  const { slug } = await makeRoom(claire)
  await openPrejoin(claire, slug)
  await expect(page.locator('video')).toBeVisible()
  await expectWhole(page, 'the prejoin')
  // The level meter is drawn, though backgrounds are not.
  const meter = page.locator('[data-meter]')
  const canvasText = await page.evaluate(() => getComputedStyle(document.body).color)
  await expect(meter).toHaveCSS('background-color', canvasText)

  await join(claire, slug)
  await expectWhole(page, 'a call alone')
  for (const [name, part] of [
    [/^Participants/, 'the participants'],
    [/^Chat/, 'the chat'],
  ] as const) {
    const button = page.getByRole('button', { name })
    const closed = await button.evaluate((each) => getComputedStyle(each).backgroundColor)
    await button.click()
    await expect(page.getByRole('complementary')).toBeVisible()
    // It slides in for nobody who wants no movement.
    await expect(page.getByRole('complementary')).toHaveCSS('animation-duration', '1e-05s')
    await expect(button).not.toHaveCSS('background-color', closed)
    await expectWhole(page, part)
  }
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectWhole(page, 'the settings')
  await page.keyboard.press('Escape')
  await expect(callOf(claire)).toBeVisible()
})
