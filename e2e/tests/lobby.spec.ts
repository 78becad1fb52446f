import { calmContext, expectAccessible, expectReflow } from '../fixtures/accessibility.ts'
import { expectMovingPicture } from '../fixtures/media.ts'
import { admitButton, callOf, join, knock, openParticipants, pictureOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

/** Where nobody needs to be seen or heard. */
const unseen = { context: calmContext, devices: 'none' } as const
const tones = () => window.visavisProbes.sounds.tones

test('a host in the call sees and hears who asks, and the guest is in within a second of the click', async ({
  people,
}) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire, { name: 'Weekly review' })
  await join(claire, room.slug)
  expect(await claire.page.evaluate(tones)).toBe(0)

  await knock(paul, room.slug)
  await expect(paul.page.getByText('You will enter automatically.')).toBeVisible()
  await expect(callOf(claire).getByText('Paul Mercier asks to enter')).toBeVisible()
  await expect.poll(() => claire.page.evaluate(tones)).toBeGreaterThan(0)
  // Who waits is told nothing of those inside.
  await expect(paul.page.getByText(claire.name, { exact: true })).toBeHidden()

  const inside = paul.page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const look = () => document.querySelector('[data-participant-identity]') && resolve(Date.now())
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
    return promise
  })
  const clicked = claire.page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<number>()
    addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })
    return promise
  })
  await admitButton(claire, paul.name).click()
  expect((await inside) - (await clicked), 'milliseconds from the click to the call').toBeLessThan(1_000)
  await expect.poll(() => paul.page.evaluate(tones), { message: 'the sound that calls back' }).toBeGreaterThan(0)
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expect(admitButton(claire, paul.name)).toBeHidden()
})

test('a guest who is denied is told so, and may ask again only for the next meeting', async ({ people }) => {
  const claire = await people.agent(unseen)
  const paul = await people.guest('Paul Mercier', unseen)
  const room = await makeRoom(claire)
  await join(claire, room.slug)
  await knock(paul, room.slug)
  await claire.page.getByRole('button', { name: 'Deny Paul Mercier' }).click()
  await expect(paul.page.getByRole('heading', { name: 'Your request was not accepted' })).toBeVisible()
  await expect(callOf(paul)).toBeHidden()

  await paul.page.getByRole('button', { name: 'Ask again' }).click()
  await paul.page.getByRole('button', { name: 'Ask to enter' }).click()
  await expect(paul.page.getByRole('heading', { name: 'Your request was not accepted' })).toBeVisible()
  await expect(admitButton(claire, paul.name)).toBeHidden()
  await paul.page.getByRole('link', { name: 'Back to the home page' }).click()
  await expect(paul.page).toHaveURL('/')
})

test('a host admits everybody at once', async ({ people }) => {
  const claire = await people.agent(unseen)
  const guests = [await people.guest('Paul Mercier', unseen), await people.guest('Sonia Belkacem', unseen)]
  const room = await makeRoom(claire)
  await join(claire, room.slug)
  for (const guest of guests) await knock(guest, room.slug)
  const panel = await openParticipants(claire)
  await expect(panel.getByText('2 people are waiting').first()).toBeVisible()
  await panel.getByRole('button', { name: 'Admit all' }).click()
  for (const guest of guests) await expect(callOf(guest)).toBeVisible()
  await expect(panel.getByRole('heading', { name: 'Participants · 3' })).toBeVisible()
})

test('a host on the dashboard sees and hears who waits for which room, and admits from there', async ({ people }) => {
  const claire = await people.agent(unseen)
  const paul = await people.guest('Paul Mercier', unseen)
  const room = await makeRoom(claire, { name: 'Weekly review' })
  await claire.page.goto('/rooms')
  // Browsers make no sound in a page that nobody has touched.
  await claire.page.getByRole('heading', { level: 1 }).click()
  await knock(paul, room.slug)
  const waiting = claire.page.getByRole('region', { name: '1 person is waiting' })
  await expect(waiting).toContainText('Paul Mercier')
  await expect(waiting).toContainText('for “Weekly review”')
  await expect(waiting).toContainText('unverified')
  await expect.poll(() => claire.page.evaluate(tones)).toBeGreaterThan(0)

  await admitButton(claire, paul.name).click()
  await expect(callOf(paul)).toBeVisible()
  await expect(waiting).toBeHidden()
  await expect(claire.page.getByRole('row', { name: /Weekly review/ })).toContainText('Live · 1 person')
})

test('who stops waiting, or closes the page for good, disappears from the host’s list', async ({ people }) => {
  const claire = await people.agent(unseen)
  const paul = await people.guest('Paul Mercier', unseen)
  const room = await makeRoom(claire)
  await claire.page.goto('/rooms')
  await knock(paul, room.slug)
  const waiting = claire.page.getByRole('region', { name: '1 person is waiting' })
  await expect(waiting).toBeVisible()
  await paul.page.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(waiting).toBeHidden()
  await expect(paul.page.getByRole('button', { name: 'Ask to enter' })).toBeVisible()
})

test('a waiting guest who reloads the page keeps their place, and their name is remembered', async ({ people }) => {
  const claire = await people.agent(unseen)
  const paul = await people.guest('Paul Mercier', unseen)
  const room = await makeRoom(claire)
  await claire.page.goto('/rooms')
  await knock(paul, room.slug)
  await paul.page.reload()
  await expect(paul.page.getByLabel('Your name')).toHaveValue('Paul Mercier')
  await paul.page.getByRole('button', { name: 'Ask to enter' }).click()
  await expect(paul.page.getByRole('heading', { name: 'Your hosts have been told' })).toBeVisible()
  await expect(claire.page.getByRole('region', { name: '1 person is waiting' })).toBeVisible()
  await admitButton(claire, paul.name).click()
  await expect(callOf(paul)).toBeVisible()
})

test('a host who comes late finds who waits, tells them something, and lets several of them in', async ({ people }) => {
  const claire = await people.agent(unseen)
  const [paul, sonia, ana] = [
    await people.guest('Paul Mercier', unseen),
    await people.guest('Sonia Belkacem', unseen),
    await people.guest('Ana Ruiz', unseen),
  ]
  const room = await makeRoom(claire, { name: 'Weekly review' })
  for (const guest of [paul, sonia, ana]) await knock(guest, room.slug)

  await join(claire, room.slug)
  const panel = await openParticipants(claire)
  const waiting = panel.getByRole('region', { name: '3 people are waiting' })
  await expect(waiting.getByRole('listitem')).toContainText([paul.name, sonia.name, ana.name])
  await waiting.getByRole('textbox', { name: 'Message to those waiting' }).fill('We begin in five minutes.')
  await waiting.getByRole('button', { name: 'Send the message' }).click()
  for (const { page } of [paul, sonia, ana])
    await expect(page.getByText('We begin in five minutes.', { exact: true })).toBeVisible()
  await expectAccessible(paul.page, 'the lobby with a message')
  await expectReflow(paul.page, 'the lobby with a message')
  await paul.page.reload()
  await paul.page.getByRole('button', { name: 'Ask to enter' }).click()
  await expect(paul.page.getByText('We begin in five minutes.', { exact: true })).toBeVisible()

  await waiting.getByRole('checkbox', { name: `Select ${paul.name}` }).check()
  await waiting.getByRole('checkbox', { name: `Select ${ana.name}` }).check()
  await waiting.getByRole('button', { name: 'Admit 2' }).click()
  for (const guest of [paul, ana]) await expect(callOf(guest)).toBeVisible()
  await expect(sonia.page.getByText('We begin in five minutes.', { exact: true })).toBeVisible()
  await expect(panel.getByRole('region', { name: '1 person is waiting' })).toContainText(sonia.name)
  await expect(callOf(sonia)).toBeHidden()
})

test('to whom no host comes is told so kindly, and may ask again', async ({ people, product }) => {
  const claire = await people.agent(unseen)
  const paul = await people.guest('Paul Mercier', unseen)
  const room = await makeRoom(claire)
  await knock(paul, room.slug)
  // Time passes on the server, and one of its copies looks, as it does when it starts.
  await product.query(
    `update "LobbyEntry" set "requestedAt" = now() - interval '31 minutes'
    where "roomId" = (select id from "Room" where slug = $1)`,
    [room.slug],
  )
  await product.stack.api.kill('SIGKILL')
  await product.stack.api.start()
  await expect(paul.page.getByRole('heading', { name: 'Nobody has come to let you in' })).toBeVisible({
    timeout: 30_000,
  })
  await expectAccessible(paul.page, 'nobody came')
  await paul.page.getByRole('button', { name: 'Ask again' }).click()
  await paul.page.getByRole('button', { name: 'Ask to enter' }).click()
  await expect(paul.page.getByRole('heading', { name: 'Your hosts have been told' })).toBeVisible()
})
