import { calmContext, expectUsableByAll } from '../fixtures/accessibility.ts'
import { join } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 180_000 })

test('an agent has the product their way, signs another browser out of a call, takes their data along and goes', async ({
  people,
}) => {
  const claire = await people.agent({ context: calmContext })
  const { page, email, name } = claire
  const { slug } = await makeRoom(claire, { name: 'Weekly review', accessLevel: 'open' })
  const laptop = await people.agent({ email })
  await join(laptop, slug)

  await page.goto('/rooms')
  await page.getByRole('button', { name: `Account of ${name}` }).click()
  await page.getByRole('menuitem', { name: 'My profile' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My profile' })).toBeVisible()
  await expect(page.getByText('This browser', { exact: true })).toBeVisible()
  await expectUsableByAll(page, 'the profile')

  const account = page.getByRole('region', { name: 'Account' })
  await account.getByLabel('Name shown').fill('Somebody Else')
  await account.getByRole('button', { name: 'Save' }).click()
  await expect(account.getByLabel('Name shown')).toHaveAccessibleDescription(/Keep your family name whole/)
  await expectUsableByAll(page, 'a refused name')

  await page.getByRole('region', { name: 'Language and time zone' }).getByRole('button', { name: 'Change' }).click()
  const zones = page.getByRole('dialog', { name: 'Time zone' })
  await zones.getByRole('searchbox').fill('noumea')
  await zones.getByRole('radio').check()
  await expectUsableByAll(page, 'the time zones')
  const saved = page.waitForResponse((response) => response.url().endsWith('/me/settings') && response.ok())
  await zones.getByRole('button', { name: 'Save' }).click()
  await saved
  await page.reload()
  await expect(page.getByText('Pacific / Noumea')).toBeVisible()

  const sessions = page.getByRole('region', { name: 'Sessions' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await sessions.getByRole('button', { name: /^Sign out/ }).click()
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  await expect(laptop.page.locator('video')).toHaveCount(0)
  await laptop.page.goto('/rooms')
  await expect(laptop.page.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/^visavis-\d{4}-\d\d-\d\d\.json$/)

  await page.getByRole('button', { name: 'Delete my account' }).click()
  const question = page.getByRole('alertdialog', { name: 'Delete your account?' })
  await expect(question).toContainText('Your room, its meetings and its chats are deleted')
  await expectUsableByAll(page, 'the question before an account goes')
  await question.getByRole('button', { name: 'Delete for good' }).click()
  await expect(question.getByRole('textbox')).toHaveAccessibleDescription(`Type exactly ${email}.`)
  await question.getByRole('textbox').fill(email)
  await question.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByRole('link', { name: 'Sign in with ProConnect' }).first()).toBeVisible()

  const again = await people.agent({ email })
  await again.page.goto('/rooms')
  await expect(again.page.getByText('You have no room yet')).toBeVisible()
})
