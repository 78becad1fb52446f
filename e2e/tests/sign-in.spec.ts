import { chooseAgent } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

test('signs an agent in by choosing them at ProConnect, and out again for good', async ({ people, product }) => {
  const { page, context } = await people.guest('Claire at her browser')
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in with ProConnect' }).click()
  await expect(page).toHaveURL(new RegExp(`^http://${product.hosts.proconnect}/`))
  await page
    .getByRole('button', { name: /Claire Lemoine/ })
    .first()
    .click()
  await expect(page).toHaveURL('/rooms')
  await expect(page.getByRole('heading', { level: 1, name: 'Hello Claire Lemoine' })).toBeVisible()
  const session = await context.cookies()

  await page.goto('/')
  await expect(page).toHaveURL('/rooms')
  await page.getByRole('button', { name: 'Account of Claire Lemoine' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('link', { name: 'Sign in with ProConnect' })).toBeVisible()

  // Who kept the cookie of before has kept nothing.
  await context.clearCookies()
  await context.addCookies(session)
  const me = await context.request.get('/api/v1/me')
  expect(await me.json()).toEqual({ agent: null })
})

test('asks who is signing in again after a sign-out', async ({ people, product }) => {
  const { page } = await people.agent()
  await page.goto('/rooms')
  await page.getByRole('button', { name: /Account of Agent/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await page.getByRole('link', { name: 'Sign in with ProConnect' }).click()
  await expect(page).toHaveURL(new RegExp(`^http://${product.hosts.proconnect}/`))
  await chooseAgent(page, 'karim.haddad@numerique.example')
  await expect(page.getByRole('heading', { name: 'Hello Karim Haddad' })).toBeVisible()
})

test('tells an agent without a second factor what is missing, and lets them start again', async ({ people }) => {
  const { page } = await people.guest('Marc')
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in with ProConnect' }).click()
  await page.getByRole('button', { name: /Marc Delorme/ }).click()
  await expect(page.getByRole('heading', { name: 'Your sign-in is not strong enough' })).toBeVisible()
  await expect(page.getByText(/two-factor authentication/)).toBeVisible()
  await page.getByRole('link', { name: 'Start again' }).click()
  await page.getByRole('button', { name: /Jeanne Petit/ }).click()
  await expect(page.getByRole('heading', { name: 'Hello Jeanne Petit' })).toBeVisible()
})

test('brings an agent who gave up at ProConnect back with a way on', async ({ people }) => {
  const { page } = await people.guest('Jeanne')
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in with ProConnect' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('link', { name: 'Start again' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the home page' }).click()
  await expect(page).toHaveURL('/')
})

test('sends whoever opens the dashboard without a session to sign in, and back', async ({ people }) => {
  const { page } = await people.guest('Nobody')
  await page.goto('/rooms')
  await page.getByRole('link', { name: /Sign in/ }).click()
  await chooseAgent(page, 'karim.haddad@numerique.example')
  await expect(page).toHaveURL('/rooms')
  await expect(page.getByRole('heading', { name: 'Hello Karim Haddad' })).toBeVisible()
})
