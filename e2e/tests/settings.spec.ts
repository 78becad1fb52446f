import type { Locator, Page } from '@playwright/test'
import { calmContext, expectAccessible, expectReflow } from '../fixtures/accessibility.ts'
import { listenToAnnouncements } from '../fixtures/announcements.ts'
import { join, joinBeside, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 180_000 })

async function openSettings(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await expect(dialog).toBeVisible()
  return dialog
}

test('an agent’s settings hold at once and on another device, a guest’s in this browser', async ({ people }) => {
  const claire = await people.agent({ context: calmContext })
  const { page } = claire
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)

  const dialog = await openSettings(page)
  await expect(dialog.getByRole('combobox', { name: 'Microphone' })).toBeVisible()
  await expect(dialog.getByText('Your microphone works')).toBeVisible()
  for (const section of ['Sound', 'Picture', 'General', 'Notifications', 'Accessibility', 'Shortcuts']) {
    await dialog.getByRole('tab', { name: section }).click()
    await expect(dialog.getByRole('tabpanel', { name: section })).toBeVisible()
    await expectAccessible(page, `the settings, ${section}`)
    await expectReflow(page, `the settings, ${section}`)
  }
  await dialog.getByRole('tab', { name: 'Accessibility' }).click()
  const saved = page.waitForResponse((response) => response.url().endsWith('/me/settings') && response.ok())
  await dialog.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck()
  await saved
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused()

  // A list that would be open by now, were the key still a shortcut: the next one is.
  await page.keyboard.press('?')
  await page.keyboard.press('Control+Alt+p')
  await expect(page.getByRole('complementary', { name: /^Participants/ })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()

  const device = await people.agent({ email: claire.email })
  await joinBeside(device, slug, 'Join here too')
  const elsewhere = await openSettings(device.page)
  await elsewhere.getByRole('tab', { name: 'Accessibility' }).click()
  await expect(elsewhere.getByRole('switch', { name: 'Single-key shortcuts' })).not.toBeChecked()
})

test('a guest on a phone finds the settings under more, and this browser keeps them', async ({ people }) => {
  const claire = await people.agent()
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  const paul = await people.guest('Paul Mercier', {
    context: { ...calmContext, viewport: { width: 390, height: 844 } },
  })
  const { page } = paul
  await join(paul, slug)
  const open = async () => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    await page.getByRole('tab', { name: 'Notifications' }).click()
  }
  await open()
  await page.getByRole('switch', { name: 'Short sounds' }).uncheck()
  await expect(page.getByRole('switch', { name: /Also when/ })).toBeDisabled()
  await expectAccessible(page, 'the settings on a phone')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused()

  await join(paul, slug)
  await open()
  await expect(page.getByRole('switch', { name: 'Short sounds' })).not.toBeChecked()
})

test('who comes and goes is announced once for all, and not to those who do not want it', async ({ people }) => {
  const claire = await people.agent()
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  const heard = await listenToAnnouncements(claire)
  // A machine as busy as this one is at times says that the connection paused, too.
  const said = async () => (await heard()).filter((text) => !/connection/i.test(text))
  const paul = await people.guest('Paul Mercier')
  await join(paul, slug)
  await expect.poll(said).toEqual(['Paul Mercier has come in.'])

  const dialog = await openSettings(claire.page)
  await dialog.getByRole('tab', { name: 'Accessibility' }).click()
  await dialog.getByRole('switch', { name: 'Announce who joins and leaves' }).uncheck()
  await claire.page.keyboard.press('Escape')
  const sonia = await people.guest('Sonia Belkacem')
  await join(sonia, slug)
  await paul.page.close()
  await expect(tileOf(claire, paul.name)).toBeHidden()
  await expect(tileOf(claire, sonia.name)).toBeVisible()
  // Reactions are gathered for longer than comings and goings: once one is heard, these would have been.
  await sonia.page.getByRole('button', { name: 'React', exact: true }).click()
  await sonia.page.getByRole('dialog', { name: 'Reactions' }).getByRole('button', { name: 'Applause' }).click()
  await expect.poll(said).toEqual(['Paul Mercier has come in.', 'Sonia Belkacem: Applause.'])
})
