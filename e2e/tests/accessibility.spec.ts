import type { Page } from '@playwright/test'
import { calmContext, expectAccessible, expectUsableByAll } from '../fixtures/accessibility.ts'
import { callOf, join, knock, leave, openParticipants, openPrejoin, tileOf } from '../fixtures/meeting.ts'
import { firstAdministrator } from '../fixtures/product.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

// axe reads every element of every screen twice.
test.describe.configure({ timeout: 180_000 })

const calm = { context: calmContext }

/** Opens a dialog or menu, has it looked at, and closes it with the keyboard. */
async function checkOverlay(page: Page, role: 'menu' | 'dialog' | 'alertdialog', screen: string): Promise<void> {
  const overlay = page.getByRole(role)
  await expect(overlay).toBeVisible()
  await expectAccessible(page, screen)
  await page.keyboard.press('Escape')
  await expect(overlay).toBeHidden()
}

test('the pages that need no account', async ({ people }) => {
  const { page } = await people.guest('Paul Mercier', calm)
  const pages = {
    '/': /own servers/,
    '/legal/notice': 'Legal notice',
    '/legal/privacy': 'Personal data',
    '/legal/accessibility': 'Accessibility',
    '/login-error?code=oidc_acr_too_low': /not strong enough/,
    '/no/such/page': 'This page does not exist',
    '/abc-defg-hij': 'This meeting cannot be entered',
  }
  for (const [path, name] of Object.entries(pages)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectUsableByAll(page, path)
  }
  await page.goto('/')
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText(/Paste the link or type the code/)).toBeVisible()
  await expectUsableByAll(page, 'the home page with a fault')
})

test('the dashboard, its dialogs and its menus', async ({ people }) => {
  const claire = await people.agent(calm)
  const { page } = claire
  await page.goto('/rooms')
  await expect(page.getByText('You have no room yet')).toBeVisible()
  await expectUsableByAll(page, 'the empty dashboard')

  await page.getByRole('button', { name: 'New room' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Create the room' }).click()
  await checkOverlay(page, 'dialog', 'creating a room')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await checkOverlay(page, 'menu', 'the account menu')

  const { slug } = await makeRoom(claire, { name: 'Weekly review' })
  await makeRoom(claire, { name: 'A room whose name is as long as the field lets it be, which takes eighty letters' })
  const paul = await people.guest('Paul Mercier', calm)
  await knock(paul, slug)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Admit Paul Mercier' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Weekly review/ })).toBeVisible()
  await expectUsableByAll(page, 'the dashboard')

  const openMenu = () => page.getByRole('button', { name: 'More actions for “Weekly review”' }).click()
  await openMenu()
  await checkOverlay(page, 'menu', 'the menu of a room')
  for (const item of ['Name and access', 'Members', 'Hand over', 'Delete']) {
    await openMenu()
    await page.getByRole('menuitem', { name: item }).click()
    await checkOverlay(page, item === 'Delete' ? 'alertdialog' : 'dialog', `the dialog “${item}”`)
  }
})

test('the administration', async ({ people }) => {
  const claire = await people.agent()
  await makeRoom(claire, { name: 'Weekly review' })
  const { page } = await people.agent({ email: firstAdministrator, ...calm })
  await page.goto('/admin/rooms')
  await expect(page.getByRole('row', { name: /Weekly review/ }).first()).toBeVisible()
  await expectUsableByAll(page, 'all rooms')
  await page.getByRole('button', { name: 'New room' }).click()
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible()
  await checkOverlay(page, 'dialog', 'creating a room for somebody')

  await page.goto('/admin/users')
  await expect(page.getByRole('row', { name: /Claire|Agent/ }).first()).toBeVisible()
  await expectUsableByAll(page, 'all users')
  await page.getByRole('button', { name: `Actions for ${claire.name}` }).click()
  await checkOverlay(page, 'menu', 'the menu of a user')
  await page.getByRole('button', { name: `Actions for ${claire.name}` }).click()
  await page.getByRole('menuitem', { name: 'Disable the account' }).click()
  await checkOverlay(page, 'alertdialog', 'disabling a user')

  await claire.page.goto('/admin/users')
  await expect(claire.page.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible()
  await expectUsableByAll(claire.page, 'the administration for others')
})

test('the way into a call', async ({ people }) => {
  const claire = await people.agent()
  const { slug } = await makeRoom(claire, { name: 'Weekly review' })
  const paul = await people.guest('Paul Mercier', calm)
  await openPrejoin(paul, slug)
  await expectUsableByAll(paul.page, 'a guest’s prejoin')
  await knock(paul, slug)
  await expectUsableByAll(paul.page, 'the lobby')
  await claire.page.goto('/rooms')
  await claire.page.getByRole('button', { name: 'Deny Paul Mercier' }).click()
  await expect(paul.page.getByRole('heading', { name: 'Your request was not accepted' })).toBeVisible()
  await expectUsableByAll(paul.page, 'a refusal')

  const deviceless = await people.guest('Jeanne Petit', { devices: 'none', ...calm })
  await openPrejoin(deviceless, slug)
  await expect(deviceless.page.getByText(/No camera or microphone found/)).toBeVisible()
  await expectUsableByAll(deviceless.page, 'a prejoin without devices')
})

test('the call, its panel, menus and end', async ({ people }) => {
  const claire = await people.agent(calm)
  const paul = await people.guest('Paul Mercier', calm)
  const { page } = claire
  const { slug } = await makeRoom(claire, { name: 'Weekly review' })
  await join(claire, slug)
  await expectUsableByAll(page, 'a call alone')
  await knock(paul, slug)
  await expect(page.getByRole('button', { name: 'Admit Paul Mercier' })).toBeVisible()
  await expectUsableByAll(page, 'a call at whose door somebody waits')
  await page.getByRole('button', { name: 'Admit Paul Mercier' }).click()
  await expect(callOf(paul)).toBeVisible()
  await expect(tileOf(claire, paul.name).locator('video')).toBeVisible()
  await page.getByRole('button', { name: 'Turn camera off' }).click()
  await page.getByRole('button', { name: 'Turn microphone off' }).click()
  await expectUsableByAll(page, 'a call of two')

  const menus = ['Choose microphone and speakers', 'Choose camera', 'Other ways to leave']
  for (const name of menus) {
    await page.getByRole('button', { name, exact: true }).click()
    await checkOverlay(page, 'menu', `the menu “${name}”`)
  }
  await tileOf(claire, paul.name).hover()
  await tileOf(claire, paul.name).getByRole('button').click()
  await checkOverlay(page, 'menu', 'the menu of a tile')
  await page.getByRole('button', { name: 'Other ways to leave' }).click()
  await page.getByRole('menuitem', { name: 'End the meeting for everybody' }).click()
  await checkOverlay(page, 'alertdialog', 'ending a call')

  await openParticipants(claire)
  await expectUsableByAll(page, 'the participants')
  await page.getByRole('button', { name: 'Actions for Paul Mercier' }).click()
  await checkOverlay(page, 'menu', 'the menu of a participant')
  await page.getByRole('button', { name: 'Actions for Paul Mercier' }).click()
  await page.getByRole('menuitem', { name: 'Remove from the meeting' }).click()
  await checkOverlay(page, 'alertdialog', 'removing a participant')

  await leave(paul)
  await expectUsableByAll(paul.page, 'the end of a call')
})
