import { setTimeout as delay } from 'node:timers/promises'
import { calmContext, expectAccessible, expectReflow } from '../fixtures/accessibility.ts'
import { assign, expectWith, makeRooms, openBreakoutPanel, openRooms, untilPicture } from '../fixtures/breakouts.ts'
import { expectMovingPicture, expectSilence, expectSoundFrom } from '../fixtures/media.ts'
import { barOf, join, pictureOf, tileOf } from '../fixtures/meeting.ts'
import type { People, Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 240_000 })

/** Four browsers encode and decode in software. */
const slow = 30_000
const calm = { context: calmContext }
const button = ({ page }: Person, name: string | RegExp) => page.getByRole('button', { name, exact: true })

const except = (people: readonly Person[], one: Person) => people.filter((other) => other !== one)

async function callOf(people: People, ...names: string[]) {
  const claire = await people.agent(calm)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  const guests: Person[] = []
  for (const name of names) {
    const guest = await people.guest(name, calm)
    await join(guest, room.slug)
    guests.push(guest)
  }
  await expect(tileOf(claire, '')).toHaveCount(names.length + 1, { timeout: slow })
  return { claire, room, guests }
}

test('people go to their rooms, see and hear those who are there and nobody else, and are called back', async ({
  people,
}, info) => {
  const { claire, guests } = await callOf(people, 'Paul Mercier', 'Sonia Belkacem', 'Yann Le Goff')
  const [paul, sonia, yann] = guests as [Person, Person, Person]
  const all = [claire, ...guests]
  const panel = await makeRooms(claire, 2)
  await panel.getByRole('textbox', { name: 'Name of room 1' }).fill('Budget')
  await panel.getByRole('textbox', { name: 'Name of room 1' }).press('Enter')
  await expect(button(claire, 'Take away Budget')).toBeVisible()
  for (const person of [paul, sonia]) await assign(claire, person.name, 'Budget')
  await assign(claire, yann.name, 'Room 2')
  await expectAccessible(claire.page, 'the plan of breakout rooms')
  await expectReflow(claire.page, 'the plan of breakout rooms')
  await expect(paul.page.getByText(/Budget/)).toHaveCount(0)

  // Paul stays for a moment; the others are taken along.
  await openRooms(claire.page)
  await button(paul, 'Stay here').click()
  await expectWith(sonia, 'Budget', [])
  await expectWith(yann, 'Room 2', [])
  await expectWith(paul, null, [claire])
  await expectAccessible(paul.page, 'the way to a breakout room')
  const there = await untilPicture(paul.page, button(paul, 'Join Budget'), sonia.name)
  await expectWith(paul, 'Budget', [sonia])
  await expectWith(sonia, 'Budget', [paul])
  await expectWith(claire, null, [])
  for (const [one, other] of [
    [paul, sonia],
    [sonia, paul],
  ] as const) {
    await expectMovingPicture(pictureOf(one, other.name), slow)
    await expectSoundFrom(one, 1, slow)
  }
  await expectSilence(claire)
  await expectSilence(yann)
  await expectAccessible(paul.page, 'a breakout room')
  await expectReflow(paul.page, 'a breakout room')

  await button(paul, 'Ask for help').click()
  await expect(paul.page.getByText('The hosts have been told.')).toBeVisible()
  await expect(claire.page.getByRole('alert').filter({ hasText: 'Budget asks for a host.' })).toBeVisible()
  await expect(panel.getByRole('listitem').filter({ hasText: paul.name }).first()).toContainText('asks for a host')
  const help = await untilPicture(claire.page, button(claire, 'Go to Budget'), paul.name)
  await expectWith(claire, 'Budget', [paul, sonia])
  await expectMovingPicture(pictureOf(paul, claire.name), slow)
  await expect(button(paul, 'Ask for help')).toBeVisible()

  const message = panel.getByRole('textbox', { name: 'Message to all rooms' })
  await message.fill('Encore cinq minutes')
  await message.press('Enter')
  for (const person of [paul, yann]) {
    await expect(person.page.getByRole('alert').filter({ hasText: 'Encore cinq minutes' })).toBeVisible()
  }
  await button(paul, 'Close the message').click()
  await expect(paul.page.getByText('Encore cinq minutes')).toBeHidden()
  await expectAccessible(claire.page, 'open breakout rooms')
  await expectReflow(claire.page, 'open breakout rooms')

  // What is on or off goes along.
  await barOf(paul).getByRole('button', { name: 'Turn microphone off' }).click()
  await button(claire, 'Back to the main meeting').click()
  await expectWith(claire, null, [])
  await button(claire, 'Call everybody back').click()
  await expect(paul.page.getByText(/You go back to the main meeting in \d+ seconds/)).toBeVisible()
  const back = await untilPicture(yann.page, button(yann, 'Go back now'), claire.name)
  await expectWith(yann, null, [claire])
  await button(claire, 'Close at once').click()
  for (const person of all) await expectWith(person, null, except(all, person))
  await expectMovingPicture(pictureOf(paul, yann.name), slow)
  await expectMovingPicture(pictureOf(yann, paul.name), slow)
  await expect(barOf(paul).getByRole('button', { name: 'Turn microphone on' })).toBeVisible()
  await expectSoundFrom(yann, 2, slow)
  await expect(panel.getByRole('textbox', { name: 'Name of room 1' })).toHaveValue('Budget')
  const times = JSON.stringify({ there, help, back })
  await info.attach('milliseconds from the click to the first picture', { body: times })
})

test('the rooms outlast a host’s reload, a participant’s reload and an API restart', async ({ people, product }) => {
  const { claire, room, guests } = await callOf(people, 'Paul Mercier', 'Sonia Belkacem')
  const [paul, sonia] = guests as [Person, Person]
  await makeRooms(claire, 2)
  for (const person of guests) await assign(claire, person.name, 'Room 1')
  await openRooms(claire.page)
  await expectWith(paul, 'Room 1', [sonia])

  await claire.page.reload()
  await join(claire, room.slug)
  const panel = await openBreakoutPanel(claire.page)
  await expect(panel.getByRole('listitem').filter({ hasText: paul.name }).first()).toContainText('Room 1')

  const { api } = product.stack
  await api.kill('SIGKILL')
  await api.start()
  await expectMovingPicture(pictureOf(paul, sonia.name))

  // Whoever goes away while their connection is being made again is found missing a while later only.
  await barOf(sonia).getByRole('button', { name: 'Turn microphone off' }).click()
  await expect(tileOf(paul, sonia.name)).toContainText('microphone off', { timeout: 30_000 })

  // Comes in anew, and is taken back to where they were.
  await sonia.page.reload()
  await join(sonia, room.slug)
  await expectWith(sonia, 'Room 1', [paul], 30_000)
  await expectMovingPicture(pictureOf(sonia, paul.name))

  await button(claire, 'Close at once').click()
  for (const person of [claire, paul, sonia]) {
    await expectWith(person, null, except([claire, paul, sonia], person))
  }
})

test('an SFU that is killed during a move brings everybody back to where they were going', async ({
  people,
  product,
}) => {
  const { claire, guests } = await callOf(people, 'Paul Mercier', 'Sonia Belkacem')
  const [paul, sonia] = guests as [Person, Person]
  await expectMovingPicture(pictureOf(paul, sonia.name))
  const panel = await makeRooms(claire, 1)
  await panel.getByRole('switch', { name: 'People choose their room' }).check()
  await openRooms(claire.page)
  const { sfu } = product.stack
  if (!sfu) throw new Error('the stack has no SFU of its own')

  // As soon as the API has answered where they are to connect.
  const answered = guests.map(() => Promise.withResolvers<void>())
  for (const [n, { page }] of guests.entries()) {
    await page.route(
      '**/place',
      async (route) => {
        const response = await route.fetch()
        await sfu.kill('SIGKILL')
        await route.fulfill({ response })
        answered[n]?.resolve()
      },
      { times: 1 },
    )
  }
  for (const { page } of guests) {
    await page.getByRole('button', { name: 'Choose a room' }).click()
    await page.getByRole('menu').getByText('Room 1').click()
  }
  await Promise.all(answered.map(({ promise }) => promise))
  await delay(1000)
  await sfu.start()

  await expectWith(paul, 'Room 1', [sonia], 60_000)
  await expectWith(sonia, 'Room 1', [paul], 60_000)
  await expectWith(claire, null, [], 60_000)
  await expectMovingPicture(pictureOf(paul, sonia.name), 20_000)
  await expectMovingPicture(pictureOf(sonia, paul.name), 20_000)
  const open = await product.query('select id from "Call" where "endedAt" is null')
  expect(open.length).toBeGreaterThan(0)
  const away = `select p."displayName" as name from "Participant" p join "Breakout" b on b.id = p."breakoutId"
    where p."leftAt" is null order by 1`
  expect(await product.query(away)).toEqual([{ name: paul.name }, { name: sonia.name }])
})
