import { apiPrefix } from '@visavis/contracts'
import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { admitButton, callOf, join, knock, pictureOf, tileOf } from '../fixtures/meeting.ts'
import type { Product } from '../fixtures/product.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

const readiness = async ({ url }: Product) => (await fetch(`${url}${apiPrefix}/health/ready`)).status

test('Postgres goes away and comes back: said as such meanwhile, and then everything works, with no restart', async ({
  people,
  product,
}) => {
  const { postgres } = product.stack
  if (!postgres) throw new Error('the stack has no Postgres of its own')
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire, { name: 'Weekly review' })
  await join(paul, (await makeRoom(claire, { name: 'Other talk', accessLevel: 'open' })).slug)
  await claire.page.goto('/rooms')
  expect(await readiness(product)).toBe(200)

  await postgres.kill('SIGKILL')
  await expect.poll(() => readiness(product)).toBe(503)
  const refused = await claire.context.request.get(`${apiPrefix}/rooms`)
  expect(refused.status()).toBe(503)
  expect(refused.headers()['content-type']).toContain('application/problem+json')
  expect(await refused.json()).toMatchObject({ code: 'database_unavailable', status: 503 })
  await claire.page.getByRole('button', { name: 'Meet now' }).click()
  await expect(claire.page.getByText('The service is unavailable for a moment')).toBeVisible()
  // Who is in a call stays in it.
  await expect(callOf(paul)).toBeVisible()

  await postgres.start()
  await expect.poll(() => readiness(product)).toBe(200)
  const guest = await people.guest('Sonia Belkacem')
  await knock(guest, room.slug)
  // Pushed over the listening connection, which was broken too.
  await admitButton(claire, guest.name).click()
  await expect(callOf(guest)).toBeVisible()
  await expect(callOf(paul)).toBeVisible()
  await claire.page.getByRole('button', { name: 'Meet now' }).click()
  await expect(claire.page.getByRole('button', { name: 'Join', exact: true })).toBeVisible()
})

test('the API is killed and started again in mid-call: nobody loses picture or sound, and the lobby works again', async ({
  people,
  product,
}) => {
  const { api } = product.stack
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(paul, room.slug)
  await expectMovingPicture(pictureOf(claire, paul.name))
  const identity = () => tileOf(claire, paul.name).getAttribute('data-participant-identity')
  const before = await identity()

  await api.kill('SIGKILL')
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectMovingPicture(pictureOf(paul, claire.name))
  await api.start()
  await expect.poll(() => readiness(product)).toBe(200)
  for (const { page } of [claire, paul]) {
    await expect(page.getByTestId('connection-lost')).toBeHidden({ timeout: 15_000 })
  }
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectSoundFrom(claire, 1)
  expect(await identity()).toBe(before)

  // Signalling is back: what one does is seen by the other.
  await paul.page.getByRole('button', { name: 'Turn microphone off' }).click()
  await expect(tileOf(claire, paul.name)).toContainText('microphone off', { timeout: 15_000 })
})

test('the SFU is away when somebody joins: said as such, and the next try works once it is back', async ({
  people,
  product,
}) => {
  const { sfu } = product.stack
  if (!sfu) throw new Error('the stack has no SFU of its own')
  const claire = await people.agent()
  const room = await makeRoom(claire)
  await claire.page.goto(`/${room.slug}`)
  const button = claire.page.getByRole('button', { name: 'Join', exact: true })
  await expect(button).toBeEnabled()
  await sfu.kill('SIGKILL')
  await expect.poll(() => readiness(product)).toBe(503)
  await button.click()
  await expect(claire.page.getByText('The meeting server is unavailable for a moment')).toBeVisible()
  await sfu.start()
  await button.click()
  await expect(callOf(claire)).toBeVisible()
  await expectMovingPicture(pictureOf(claire, claire.name))
})
