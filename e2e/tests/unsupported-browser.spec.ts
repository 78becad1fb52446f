import { expectUsableByAll } from '../fixtures/accessibility.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test('a browser without WebRTC is told so before the prejoin, even where the application cannot be read', async ({
  people,
}) => {
  const claire = await people.agent()
  const { slug } = await makeRoom(claire)
  const paul = await people.guest('Paul Mercier', { context: { locale: 'fr-FR' } })
  const { page, context } = paul
  await context.addInitScript(() => void Reflect.deleteProperty(window, 'RTCPeerConnection'))
  const told = page.getByRole('heading', { level: 1, name: 'Ce navigateur ne convient pas' })
  await page.goto(`/${slug}`)
  await expect(told).toBeVisible()
  await expect(page.getByRole('heading', { name: 'This browser cannot be used' })).toBeVisible()
  await expect(page.getByText(page.url(), { exact: true })).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expectUsableByAll(page, 'the page for other browsers')

  // Nothing of the application arrives.
  await context.route('**/assets/*.js', (route) => route.abort())
  await page.reload()
  await expect(told).toBeVisible()
})
