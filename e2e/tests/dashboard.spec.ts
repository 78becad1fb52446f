import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test('creates a room, renames it, finds it, copies its link and deletes it after asking', async ({
  people,
  product,
}) => {
  const { page, context } = await people.agent()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/rooms')
  await expect(page.getByText('You have no room yet')).toBeVisible()

  await page.getByRole('button', { name: 'New room' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name of the room').fill('   ')
  await dialog.getByRole('button', { name: 'Create the room' }).click()
  await expect(dialog.getByLabel('Name of the room')).toHaveAccessibleDescription(/Give the room a name/)
  await dialog.getByLabel('Name of the room').fill('Weekly review')
  await dialog.getByRole('button', { name: 'Create the room' }).click()
  const row = page.getByRole('row', { name: /Weekly review/ })
  await expect(row).toContainText('never')

  await row.getByRole('button', { name: 'More actions for “Weekly review”' }).click()
  await page.getByRole('menuitem', { name: 'Name and access' }).click()
  await dialog.getByLabel('Name of the room').fill('Monthly review')
  await dialog.getByRole('radio', { name: /Open to all/ }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  const renamed = page.getByRole('row', { name: /Monthly review/ })
  await expect(renamed).toContainText('Open to all')

  await renamed.getByRole('button', { name: 'Copy the link of “Monthly review”' }).click()
  const slug = /[a-z]{3}-[a-z]{4}-[a-z]{3}/.exec((await renamed.textContent()) ?? '')?.[0]
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${product.url}/${slug}`)

  await renamed.getByRole('button', { name: /More actions/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const question = page.getByRole('alertdialog', { name: 'Delete “Monthly review”?' })
  await question.getByText('Cancel').click()
  await expect(renamed).toBeVisible()
  await renamed.getByRole('button', { name: /More actions/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await question.getByRole('button', { name: 'Delete the room' }).click()
  await expect(page.getByText('You have no room yet')).toBeVisible()
})

test('searches names and codes', async ({ people }) => {
  const agent = await people.agent()
  const { page } = agent
  await makeRoom(agent, { name: 'Budget committee' })
  const other = await makeRoom(agent, { name: 'Élan project' })
  await page.goto('/rooms')
  const rooms = page.getByRole('table', { name: 'My rooms' }).getByRole('row')
  await expect(rooms).toHaveCount(3)

  const search = page.getByLabel('Search')
  await search.fill('élan')
  await expect(rooms).toHaveCount(2)
  await expect(rooms.nth(1)).toContainText('Élan project')
  await search.fill(other.slug)
  await expect(rooms.nth(1)).toContainText('Élan project')
  await search.fill('nothing like it')
  await expect(page.getByText('No room matches “nothing like it”')).toBeVisible()
  await search.fill('')
  await expect(rooms).toHaveCount(3)
})

test('“Meet now” is one click to a new room’s prejoin', async ({ people }) => {
  const agent = await people.agent()
  const { page } = agent
  await page.goto('/rooms')
  await page.getByRole('button', { name: 'Meet now' }).click()
  await expect(page).toHaveURL(/\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/)
  await expect(page.getByRole('button', { name: 'Join' })).toBeVisible()
  await expect(page.getByRole('main').getByText(agent.name, { exact: true })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('table', { name: 'My rooms' }).getByRole('row')).toHaveCount(2)
})

test('hands a room over to a colleague, who becomes its owner', async ({ people }) => {
  const owner = await people.agent()
  const colleague = await people.agent()
  await makeRoom(owner, { name: 'Press office' })
  const { page } = owner
  await page.goto('/rooms')
  const row = page.getByRole('row', { name: /Press office/ })
  await row.getByRole('button', { name: /More actions/ }).click()
  await page.getByRole('menuitem', { name: 'Hand over' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(colleague.email)
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over the room' }).click()
  await expect(row).toContainText(`by ${colleague.name}`)
  await colleague.page.goto('/rooms')
  await expect(colleague.page.getByRole('row', { name: /Press office/ })).not.toContainText(`by ${owner.name}`)
})
