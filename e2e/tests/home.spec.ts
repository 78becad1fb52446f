import { legalNotice } from '../fixtures/product.ts'
import { expect, test } from '../fixtures/test.ts'

test('says what is wrong with a code, and opens the room of a right one', async ({ people }) => {
  const { page } = await people.guest('Paul Mercier')
  await page.goto('/')
  const field = page.getByLabel('Do you have a link or a code?')
  const join = page.getByRole('button', { name: 'Join' })

  await join.click()
  await expect(field).toHaveAccessibleDescription(/Paste the link or type the code/)
  await field.fill('abc-defg')
  await join.click()
  await expect(field).toHaveAccessibleDescription(/A code has ten letters.*you typed 7/)
  await field.fill('https://elsewhere.example/abc-defg-hij')
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription(/leads to another site/)
  await expect(page).toHaveURL('/')

  await field.fill('ABCDEFGHIJ')
  await field.press('Enter')
  await expect(page).toHaveURL('/abc-defg-hij')
})

test('is sent compressed, script by script', async ({ people }) => {
  const { page } = await people.guest('Paul Mercier')
  const encodings = new Map<string, string | undefined>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const large = Number(response.headers()['content-length']) > 1024
    if (/\.(js|css)$/.test(pathname) && large) encodings.set(pathname, response.headers()['content-encoding'])
  })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(encodings.size).toBeGreaterThan(1)
  for (const [path, encoding] of encodings) expect(encoding, path).toBe('br')
})

test('speaks the browser’s language, and the one chosen by hand from then on', async ({ people }) => {
  const { page } = await people.guest('Paul', { context: { locale: 'fr-FR' } })
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/propres serveurs/)

  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/own servers/)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/own servers/)
  await expect(page.getByRole('button', { name: 'Français' })).toBeVisible()
})

test('leads to the legal pages from the footer, with the operator’s texts in the visitor’s language', async ({
  people,
}) => {
  const { page } = await people.guest('Paul')
  await page.goto('/')
  const footer = page.getByRole('contentinfo')
  await footer.getByRole('link', { name: 'Legal notice' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Legal notice' })).toBeVisible()
  const paragraphs = page.getByRole('article').getByRole('paragraph')
  await expect(paragraphs).toHaveText(legalNotice.en.split('\n\n'))
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(paragraphs).toHaveText(legalNotice.fr.split('\n\n'))
  await page.getByRole('button', { name: 'English' }).click()

  // What the operator has not written is said to be missing, and not hidden.
  for (const name of ['Personal data', 'Accessibility']) {
    await footer.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByText('has not published this text yet')).toBeVisible()
  }
})

test('shows a way on from an address that is none', async ({ people }) => {
  const { page } = await people.guest('Paul')
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the home page' }).click()
  await expect(page).toHaveURL('/')
})
