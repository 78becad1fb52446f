import type { Page } from '@playwright/test'
import { apiPrefix } from '@visavis/contracts'
import { calmContext, expectAccessible, expectReflow } from '../fixtures/accessibility.ts'
import { activitiesControl, openActivity } from '../fixtures/activities.ts'
import { listenToAnnouncements } from '../fixtures/announcements.ts'
import { join, tileOf } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { shiftClock } from '../fixtures/wrong-clock.ts'

test.describe.configure({ timeout: 180_000 })

/** Clocks are seen without cameras. */
const calm = { context: calmContext, devices: 'none' } as const
const dayMs = 86_400_000

const chipOf = ({ page }: Person) => page.getByTestId('clocks')

const openClocks = ({ page }: Person) => openActivity(page, 'Timer and agenda')

/** What the chip shows, in seconds, all of them read within the same moment. */
const secondsOf = (person: Person) =>
  chipOf(person)
    .getByRole('timer')
    .evaluate((timer) => {
      const [, sign = '', minutes = '', seconds = ''] = /(\+?)(\d+):(\d\d)/.exec(timer.textContent) ?? []
      return (sign === '+' ? -1 : 1) * (Number(minutes) * 60 + Number(seconds))
    })

/** The same for everybody, give or take the moment between two looks. */
async function expectSameSecond(people: readonly Person[]): Promise<void> {
  await expect
    .poll(async () => {
      const seconds = await Promise.all(people.map(secondsOf))
      return Math.max(...seconds) - Math.min(...seconds)
    })
    .toBeLessThanOrEqual(1)
}

/** Time passes on the server: what has run began so much earlier. */
const rewindTimer = (seconds: number) => `
  update "Call" set timer = jsonb_set(timer, '{usedMs}', to_jsonb((timer->>'usedMs')::int + ${seconds * 1000}))
  where "openRoomId" = (select id from "Room" where slug = $1)`

test('a timer is the same for everybody: by wrong clocks, for who comes late, and after restarts of API and SFU', async ({
  people,
  product,
}) => {
  const claire = await people.agent(calm)
  const karim = await people.agent(calm)
  const paul = await people.guest('Paul Mercier', calm)
  await shiftClock(claire.context, dayMs)
  await shiftClock(paul.context, -dayMs)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(karim, room.slug)
  // Nothing has been started yet, and they start nothing.
  await activitiesControl(karim.page).click()
  await expect(karim.page.getByRole('list', { name: 'Activities' })).toContainText('Polls')
  await expect(karim.page.getByRole('list', { name: 'Activities' })).not.toContainText('Timer and agenda')

  const panel = await openClocks(claire)
  await expectAccessible(claire.page, 'the panel of timer and agenda')
  await expectReflow(claire.page, 'the panel of timer and agenda')
  const heard = await listenToAnnouncements(karim)
  await panel.getByRole('button', { name: '5 min', exact: true }).click()
  await expect(chipOf(karim)).toBeVisible()
  await expect.poll(async () => (await heard()).join(' ')).toContain('A timer of 5 mins has started.')
  await join(paul, room.slug)
  for (const person of [claire, karim, paul]) await expect.poll(() => secondsOf(person)).toBeGreaterThan(200)
  await expectSameSecond([claire, karim, paul])
  await expectAccessible(karim.page, 'the timer above the stage')
  await expectReflow(karim.page, 'the timer above the stage')

  await panel.getByRole('button', { name: 'Pause' }).click()
  for (const person of [claire, karim, paul]) await expect(chipOf(person)).toContainText('paused')
  const paused = await secondsOf(paul)
  expect(await secondsOf(karim)).toBe(paused)
  await panel.getByRole('button', { name: '1 more min' }).click()
  await expect.poll(() => secondsOf(paul)).toBe(paused + 60)

  const { api, sfu } = product.stack
  if (!sfu) throw new Error('the stack has no SFU of its own')
  await api.kill('SIGKILL')
  await api.start()
  await expect.poll(async () => (await fetch(`${product.url}${apiPrefix}/health/ready`)).status).toBe(200)
  for (const { page } of [claire, karim, paul]) {
    await expect(page.getByTestId('connection-lost')).toBeHidden({ timeout: 30_000 })
  }
  await panel.getByRole('button', { name: 'Resume' }).click()
  for (const person of [claire, karim, paul])
    await expect(chipOf(person)).not.toContainText('paused', { timeout: 30_000 })
  await expectSameSecond([claire, karim, paul])
  await sfu.kill('SIGKILL')
  await sfu.start()
  for (const person of [claire, karim, paul]) {
    await expect(tileOf(person, '')).toHaveCount(3, { timeout: 30_000 })
    await expect(person.page.getByTestId('connection-lost')).toBeHidden({ timeout: 30_000 })
  }
  await paul.page.reload()
  await join(paul, room.slug)
  await expectSameSecond([claire, karim, paul])

  await panel.getByRole('button', { name: 'Stop' }).click()
  for (const person of [claire, karim, paul]) await expect(chipOf(person)).toHaveCount(0)
})

test('time that is up is seen, announced and heard once, and then counts over until the host stops it', async ({
  people,
  product,
}) => {
  const claire = await people.agent(calm)
  const paul = await people.guest('Paul Mercier', calm)
  await countTones(paul.page)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  for (const person of [claire, paul]) await join(person, room.slug)
  const panel = await openClocks(claire)
  await panel.getByRole('textbox', { name: 'Another length, in minutes' }).fill('0')
  await panel.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(panel.getByText('Enter a whole number of minutes, from 1 to 720.')).toBeVisible()
  await expectAccessible(claire.page, 'a timer that cannot be started')
  await panel.getByRole('textbox', { name: 'Another length, in minutes' }).fill('3')
  await panel.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(chipOf(paul)).toBeVisible()

  const heard = await listenToAnnouncements(paul)
  const tonesBefore = await tones(paul.page)
  await product.query(rewindTimer(175), [room.slug])
  await panel.getByRole('button', { name: 'Pause' }).click()
  await panel.getByRole('button', { name: 'Resume' }).click()
  await expect(chipOf(paul)).toContainText('time is up', { timeout: 15_000 })
  await expect.poll(async () => (await heard()).join(' ')).toContain('The timer’s time is up.')
  expect(await tones(paul.page)).toBe(tonesBefore + 3)
  await expect(chipOf(paul)).toContainText(/\+0:0[2-9]/)
  expect(await tones(paul.page)).toBe(tonesBefore + 3)
  await expectAccessible(paul.page, 'a timer whose time is up')
  await expectAccessible(claire.page, 'the panel of a timer whose time is up')
  await expectReflow(paul.page, 'a timer whose time is up')
  await panel.getByRole('button', { name: '1 more min' }).click()
  await expect(chipOf(paul)).toContainText(/0:[45]\d|1:00/)
  await expect(chipOf(paul)).not.toContainText('time is up')
})

test('an agenda is written, led and followed, and pauses the timer', async ({ people }) => {
  const claire = await people.agent(calm)
  const karim = await people.agent(calm)
  const paul = await people.guest('Paul Mercier', calm)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  const host = await claire.context.request.put(`${apiPrefix}/rooms/${room.slug}/members`, {
    data: { email: karim.email, role: 'cohost' },
    headers: { origin: claire.origin },
  })
  expect(host.ok()).toBe(true)
  for (const person of [claire, karim]) await join(person, room.slug)
  const panel = await openClocks(claire)
  await panel.getByRole('button', { name: 'Prepare an agenda' }).click()
  for (const [index, title] of ['Opening', 'Budget', 'Works on the town hall'].entries()) {
    await panel.getByRole('button', { name: 'Add an item' }).click()
    await claire.page.keyboard.type(title)
    await expect(panel.getByRole('textbox', { name: `Title of item ${index + 1}` })).toHaveValue(title)
  }
  await panel.getByRole('textbox', { name: 'Minutes for item 1' }).fill('')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText('Give each item a title')).toBeVisible()
  await expect(panel.getByRole('textbox', { name: 'Minutes for item 1' })).toBeFocused()
  await expectAccessible(claire.page, 'the agenda as it is written')
  await expectReflow(claire.page, 'the agenda as it is written')
  await panel.getByRole('textbox', { name: 'Minutes for item 1' }).fill('5')
  await panel.getByRole('button', { name: 'Move item 2 down' }).click()
  await expect(panel.getByRole('button', { name: 'Move item 3 down' })).toBeFocused()
  // What was typed outlives the panel.
  await claire.page.keyboard.press('Escape')
  await openClocks(claire)
  await panel.getByRole('button', { name: 'Save' }).click()
  const items = panel.getByRole('region', { name: 'Agenda' }).getByRole('listitem')
  await expect(items).toContainText(['Opening', 'Works on the town hall', 'Budget'])

  await panel.getByRole('button', { name: '10 min', exact: true }).click()
  await expect(chipOf(karim)).toContainText(/9:\d\d|10:00/)
  await panel.getByRole('button', { name: 'Begin' }).click()
  await join(paul, room.slug)
  for (const person of [claire, karim, paul]) {
    await expect(chipOf(person)).toContainText(/Opening[45]:\d\dthen Works on the town hall/)
  }
  await expectSameSecond([claire, karim, paul])
  await expect(panel.getByRole('region', { name: 'Timer' })).toContainText('paused')
  // Both hosts go on before either has heard of the other: one step.
  const theirs = await openClocks(karim)
  const both = Promise.withResolvers<void>()
  let asked = 0
  for (const { page } of [claire, karim]) {
    await page.route('**/agenda/go', async (route) => {
      if (++asked === 2) both.resolve()
      await both.promise
      await route.continue()
    })
  }
  await Promise.all([panel, theirs].map((open) => open.getByRole('button', { name: 'Next item' }).click()))
  for (const person of [claire, karim, paul]) {
    await expect(chipOf(person)).toContainText(/Works on the town hall\d+:\d\dthen Budget/)
  }
  for (const { page } of [claire, karim]) await page.unroute('**/agenda/go')
  const followed = await openClocks(paul)
  await expect(followed.getByRole('listitem')).toContainText(['Opening', 'Works on the town hall', 'Budget'])
  await expect(followed.getByRole('listitem').nth(1)).toHaveAttribute('aria-current', 'step')
  await expect(followed.getByRole('button', { name: /item|Edit|Pause/ })).toHaveCount(0)
  await expectAccessible(paul.page, 'the agenda as it is followed')
  await expectAccessible(claire.page, 'the agenda as it is led')
  await expectReflow(paul.page, 'the agenda as it is followed')

  // Another host's changes are not overwritten unseen.
  await panel.getByRole('button', { name: 'Edit' }).click()
  await theirs.getByRole('button', { name: 'Edit' }).click()
  await theirs.getByRole('textbox', { name: 'Title of item 3' }).fill('Budget 2027')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(theirs.getByRole('listitem').nth(2)).toContainText('Budget 2027')
  await panel.getByRole('textbox', { name: 'Title of item 1' }).fill('Welcome')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText('Another host has changed the agenda in the meantime.')).toBeVisible()
  await expectAccessible(claire.page, 'an agenda that somebody else has changed')
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(items).toContainText(['Opening', 'Works on the town hall', 'Budget 2027'])
  await panel.getByRole('button', { name: 'Previous item' }).click()
  for (const person of [claire, karim, paul]) await expect(chipOf(person)).toContainText('Opening')
  await panel.getByRole('button', { name: 'End' }).click()
  for (const person of [claire, karim, paul]) await expect(chipOf(person)).not.toContainText('Opening')
})

declare global {
  interface Window {
    tones: number
  }
}

const tones = (page: Page) => page.evaluate(() => window.tones)

/** Counts the tones that the page plays. */
const countTones = (page: Page) =>
  page.addInitScript(() => {
    window.tones = 0
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (when) {
      window.tones++
      start.call(this, when)
    }
  })
