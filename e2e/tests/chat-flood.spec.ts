import { floodChat } from '../fixtures/chat-flood.ts'
import { expectMovingPicture } from '../fixtures/media.ts'
import { join, openPrejoin, pictureOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

const messages = 1000

// Nobody may write so much; that the call bears it does not depend on the limit.
test.use({
  productOptions: { env: { RATE_LIMITS: JSON.stringify({ chatPerSession: { points: 2 * messages, seconds: 60 } }) } },
})

test('a thousand messages at once: all arrive, the list stays short, and the pictures go on', async ({
  people,
  product,
}) => {
  test.setTimeout(90_000)
  // One small and slow picture in all: the processor is for the messages.
  const claire = await people.agent({ context: { viewport: { width: 700, height: 450 } } })
  const karim = await people.agent({ args: ['--use-fake-device-for-media-stream=device-count=2,fps=5'] })
  const { page } = claire
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await openPrejoin(claire, slug)
  await page.getByRole('button', { name: 'Turn camera off' }).click()
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await join(karim, slug)
  await expectMovingPicture(pictureOf(claire, karim.name))
  const frames = () => page.evaluate(() => window.visavisProbes.decodedFrames())

  const before = await frames()
  await floodChat(product.url, slug, messages)
  await expect(
    page.getByRole('button', { name: `Chat, ${messages.toLocaleString('en-GB')} unread messages` }),
  ).toBeVisible()
  expect(await frames()).toBeGreaterThan(before + 10)

  await page.getByRole('button', { name: /^Chat/ }).click()
  const panel = page.getByRole('complementary', { name: 'Chat' })
  const list = panel.getByRole('list', { name: 'Messages', exact: true })
  await expect(list.getByRole('listitem').last()).toBeInViewport()
  await expect(list.getByRole('listitem')).toHaveCount(150)
  expect(await panel.locator('*').count()).toBeLessThan(5000)
  await expect(page.getByRole('button', { name: 'Chat', exact: true })).toBeVisible()
  await panel.getByRole('searchbox').fill('Message 1')
  await expect(list.getByRole('listitem').filter({ hasText: /Message 1$/ })).toHaveCount(1)
  await expectMovingPicture(pictureOf(claire, karim.name))
})
