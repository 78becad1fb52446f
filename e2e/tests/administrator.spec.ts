import type { Page } from '@playwright/test'
import { callOf, join } from '../fixtures/meeting.ts'
import { firstAdministrator } from '../fixtures/product.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { chooseAgent } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

/** Opens the menu of a row, named after what it is about, and chooses from it. */
async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

const confirm = (page: Page, action: string) =>
  page.getByRole('alertdialog').getByRole('button', { name: action, exact: true }).click()

const roomRow = (page: Page, name: string) =>
  page.getByRole('table', { name: 'All rooms' }).getByRole('row').filter({ hasText: name })

const userRow = (page: Page, name: string) =>
  page.getByRole('table', { name: 'All agents' }).getByRole('row').filter({ hasText: name })

test('an administrator creates a room for somebody, hands it over and deletes it', async ({ people }) => {
  const { page } = await people.agent({ email: firstAdministrator })
  const claire = await people.agent()
  const karim = await people.agent()
  await makeRoom(claire, { name: 'Private matters of Claire' })

  await page.goto('/rooms')
  await page.getByRole('link', { name: 'Administration' }).click()
  await expect(roomRow(page, 'Private matters of Claire')).toContainText(claire.email)

  await page.getByRole('button', { name: 'New room' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name of the room').fill('Press office')
  await dialog.getByLabel('Name or address').fill(claire.email)
  await dialog.getByRole('radio', { name: claire.email }).check()
  await dialog.getByRole('button', { name: 'Create the room' }).click()
  await expect(roomRow(page, 'Press office')).toContainText(claire.email)
  await claire.page.goto('/rooms')
  await expect(claire.page.getByRole('row', { name: /Press office/ })).toBeVisible()

  await choose(page, '“Press office”', 'Hand over')
  await dialog.getByLabel('Name or address').fill(karim.email)
  await dialog.getByRole('radio', { name: karim.email }).check()
  await dialog.getByRole('button', { name: 'Hand over the room' }).click()
  await expect(roomRow(page, 'Press office')).toContainText(karim.email)
  await karim.page.goto('/rooms')
  await expect(karim.page.getByRole('row', { name: /Press office/ })).not.toContainText(`by ${claire.name}`)

  await choose(page, '“Press office”', 'Delete')
  await confirm(page, 'Delete the room')
  await expect(roomRow(page, 'Press office')).toBeHidden()
  await karim.page.reload()
  await expect(karim.page.getByText('You have no room yet')).toBeVisible()
})

test('an administrator ends a call, and everybody in it is told that it is over', async ({ people }) => {
  const { page } = await people.agent({ email: firstAdministrator })
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const { slug } = await makeRoom(claire, { name: 'Endless talk', accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)

  await page.goto('/admin/rooms')
  await expect(roomRow(page, 'Endless talk')).toContainText('Live · 2 people')
  await choose(page, '“Endless talk”', 'End the meeting')
  await confirm(page, 'End the meeting')
  for (const person of [claire, paul]) {
    await expect(person.page.getByRole('heading', { name: 'The meeting is over' })).toBeVisible()
    await expect(callOf(person)).toBeHidden()
  }
  await expect(roomRow(page, 'Endless talk')).not.toContainText('Live')
  await expect(claire.page.getByRole('link', { name: 'Back to my rooms' })).toBeVisible()
})

test('the role of administrator is given and taken away in the list of users', async ({ people }) => {
  const { page } = await people.agent({ email: firstAdministrator })
  const karim = await people.agent()
  const administration = karim.page.getByRole('link', { name: 'Administration' })
  await karim.page.goto('/rooms')
  await expect(karim.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(administration).toBeHidden()
  await karim.page.goto('/admin/users')
  await expect(karim.page.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible()

  await page.goto('/admin/users')
  await page.getByLabel('Name or address').fill(karim.email)
  await expect(page.getByRole('table', { name: 'All agents' }).getByRole('row')).toHaveCount(2)
  await choose(page, karim.name, 'Make administrator')
  await confirm(page, 'Make administrator')
  await expect(userRow(page, karim.email)).toContainText('Administrator')
  await karim.page.goto('/rooms')
  await administration.click()
  await expect(karim.page.getByRole('table', { name: 'All rooms' })).toBeVisible()

  await choose(page, karim.name, 'Take away the administrator role')
  await confirm(page, 'Take away the administrator role')
  await expect(userRow(page, karim.email)).not.toContainText('Administrator')
  await karim.page.goto('/admin/rooms')
  await expect(karim.page.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible()
})

test('a disabled agent is at once out of their call and their session, until enabled again', async ({ people }) => {
  const { page } = await people.agent({ email: firstAdministrator })
  const karim = await people.agent()
  const { slug } = await makeRoom(karim, { accessLevel: 'open' })
  const paul = await people.guest('Paul Mercier')
  await join(karim, slug)
  await join(paul, slug)

  await page.goto('/admin/users')
  await page.getByLabel('Name or address').fill(karim.email)
  await choose(page, karim.name, 'Disable the account')
  await confirm(page, 'Disable the account')
  await expect(userRow(page, karim.email)).toContainText('Disabled')
  await expect(karim.page.getByRole('heading', { name: 'You are no longer in the meeting' })).toBeVisible()
  await expect(callOf(karim)).toBeHidden()
  await expect(paul.page.getByText('Nobody else is here yet')).toBeVisible()
  const me = await karim.context.request.get('/api/v1/me')
  expect(await me.json()).toEqual({ agent: null })

  await karim.page.goto('/rooms')
  // ProConnect still knows them, and asks nothing.
  await karim.page.getByRole('link', { name: /Sign in/ }).click()
  await expect(karim.page.getByRole('heading', { name: 'Your account is disabled' })).toBeVisible()

  await choose(page, karim.name, 'Enable the account again')
  await confirm(page, 'Enable the account again')
  await expect(userRow(page, karim.email)).not.toContainText('Disabled')
  await karim.page.getByRole('link', { name: 'Start again' }).click()
  await chooseAgent(karim.page, karim.email)
  await expect(karim.page.getByRole('heading', { name: `Hello ${karim.name}` })).toBeVisible()
})
