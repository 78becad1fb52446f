import { TrackSource } from 'livekit-server-sdk'
import { calmContext, expectUsableByAll } from '../fixtures/accessibility.ts'
import { expectMovingPicture, expectSilence, expectSoundFrom } from '../fixtures/media.ts'
import { admitButton, barOf, callOf, join, knock, openParticipants, pictureOf, tileOf } from '../fixtures/meeting.ts'
import type { People, Person, PersonOptions } from '../fixtures/people.ts'
import { enterByApi, openRawClient } from '../fixtures/raw-client.ts'
import { makeRoom, type RoomOptions } from '../fixtures/rooms.ts'
import { sfuOf } from '../fixtures/sfu.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 120_000 })

const connected = 0
const mayNotSpeak = 'The hosts decide who speaks. Raise your hand to ask for it.'

const calm = { context: calmContext }
/** Where nobody needs to be seen or heard. */
const unseen = { ...calm, devices: 'none' } as const

async function callOfThree(
  people: People,
  settings: NonNullable<RoomOptions['settings']> = {},
  as: PersonOptions = calm,
) {
  const [claire, karim] = [await people.agent(as), await people.agent(as)]
  const paul = await people.guest('Paul Mercier', as)
  const room = await makeRoom(claire, { accessLevel: 'open', settings })
  for (const person of [claire, karim, paul]) await join(person, room.slug)
  return { claire, karim, paul, room }
}

const control = (person: Person, name: string) => barOf(person).getByRole('button', { name, exact: true })
const said = ({ page }: Person, text: string) => page.getByRole('status').locator('p', { hasText: text })
const dialogOf = ({ page }: Person) => page.getByRole('dialog', { name: 'Meeting rules' })

async function openRules(person: Person) {
  const panel = await openParticipants(person)
  await panel.getByRole('button', { name: 'Meeting rules' }).click()
  await expect(dialogOf(person)).toBeVisible()
  return dialogOf(person)
}

async function act(host: Person, { name }: Person, item: string) {
  const panel = await openParticipants(host)
  await panel.getByRole('button', { name: `Actions for ${name}` }).click()
  await host.page.getByRole('menuitem', { name: item }).click()
}

test('a host decides who films and shares: it ends at once, is said, and may begin again when it is allowed', async ({
  people,
}) => {
  const { claire, karim, paul } = await callOfThree(people)
  await expectMovingPicture(pictureOf(claire, paul.name))
  const rules = await openRules(claire)
  await expectUsableByAll(claire.page, 'the rules of the meeting')
  await rules.getByLabel('Show their camera').selectOption('Signed-in agents')
  await rules.getByLabel('Share their screen').selectOption('Hosts')

  await expect(said(paul, 'The hosts decide who shows their camera.')).toBeVisible()
  await expect(control(paul, 'The hosts decide who shows their camera.')).toBeDisabled()
  await expect(pictureOf(claire, paul.name)).toHaveCount(0)
  await expectMovingPicture(pictureOf(claire, karim.name))
  await expect(control(karim, 'The hosts decide who shares their screen.')).toBeDisabled()

  const read = await openRules(paul)
  await expect(read.getByLabel('Show their camera')).toBeDisabled()
  await expect(read.getByLabel('Show their camera')).toHaveValue('agents')
  await paul.page.keyboard.press('Escape')
  await rules.getByLabel('Show their camera').selectOption('Everybody')
  await expect(said(paul, 'The hosts have changed the rules of the meeting.').last()).toBeVisible()
  await control(paul, 'Turn camera on').click()
  await expectMovingPicture(pictureOf(claire, paul.name))
})

test('a locked meeting lets nobody in unasked, and opens again', async ({ people }) => {
  const { claire, room } = await callOfThree(people, {}, unseen)
  const rules = await openRules(claire)
  const lock = rules.getByRole('switch', { name: 'Lock the meeting' })
  await lock.click()
  await expect(lock).toBeChecked()
  await claire.page.keyboard.press('Escape')
  await expect(claire.page.getByText(/meeting locked/).last()).toBeVisible()

  const [sonia, nadia] = [await people.guest('Sonia Belkacem', unseen), await people.guest('Nadia Roy', unseen)]
  for (const person of [sonia, nadia]) {
    await person.page.goto(`/${room.slug}`)
    await person.page.getByLabel('Your name').fill(person.name)
    await person.page.getByRole('button', { name: 'Join', exact: true }).click()
    await expect(person.page.getByRole('heading', { name: 'Your hosts have been told' })).toBeVisible()
  }
  await admitButton(claire, sonia.name).click()
  await expect(callOf(sonia)).toBeVisible()
  await expect(callOf(nadia)).toBeHidden()
  await (await openRules(claire)).getByRole('switch', { name: 'Lock the meeting' }).click()
  await expect(callOf(nadia)).toBeVisible()
})

test('early comers wait for a host where the room wants one, and whoever finds it full is told', async ({ people }) => {
  const claire = await people.agent(unseen)
  const [paul, sonia] = [await people.guest('Paul Mercier', unseen), await people.guest('Sonia Belkacem', unseen)]
  const settings = { entryBeforeHost: false, maxParticipants: 2 }
  const { slug } = await makeRoom(claire, { accessLevel: 'open', settings })
  await paul.page.goto(`/${slug}`)
  await paul.page.getByLabel('Your name').fill(paul.name)
  await paul.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(paul.page.getByRole('heading', { name: 'Your hosts have been told' })).toBeVisible()
  await join(claire, slug)
  await expect(callOf(paul)).toBeVisible()

  await sonia.page.goto(`/${slug}`)
  await sonia.page.getByLabel('Your name').fill(sonia.name)
  await sonia.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(sonia.page.getByRole('heading', { name: 'The meeting is full' })).toBeVisible()
  await expectUsableByAll(sonia.page, 'a full meeting')
  const rules = await openRules(claire)
  await rules.getByLabel('Most participants').fill('1')
  await expect(rules.getByText('Enter a number from 2 to')).toBeVisible()
  await rules.getByLabel('Most participants').fill('3')
  await rules.getByLabel('Most participants').press('Enter')
  await expect(said(paul, 'The hosts have changed the rules of the meeting.')).toBeVisible()
  await sonia.page.getByRole('button', { name: 'Try again' }).click()
  await sonia.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(callOf(sonia)).toBeVisible()
})

test('on a stage one is seen and heard by invitation, until one is taken off', async ({ people }) => {
  const { claire, karim, paul } = await callOfThree(people, { stage: true })
  await expect(control(paul, mayNotSpeak)).toBeDisabled()
  await expect(tileOf(karim, claire.name)).toBeVisible()
  await expect(tileOf(karim, paul.name)).toHaveCount(0)
  await expectSoundFrom(karim, 1)

  await act(claire, paul, 'Invite on stage')
  await expect(said(paul, 'You are on stage')).toBeVisible()
  await expect(tileOf(karim, paul.name)).toBeVisible()
  await control(paul, 'Turn microphone on').click()
  await control(paul, 'Turn camera on').click()
  await expectSoundFrom(karim, 2)
  await expectMovingPicture(pictureOf(karim, paul.name))

  await act(claire, paul, 'Take off stage')
  await expect(said(paul, 'You are no longer on stage.')).toBeVisible()
  await expect(control(paul, mayNotSpeak)).toBeDisabled()
  await expect(tileOf(karim, paul.name)).toHaveCount(0)
  await control(claire, 'Turn microphone off').click()
  await expectSilence(karim)
})

test('a knock in a room for guests on approval is not answered by a lock’s end alone', async ({ people }) => {
  const claire = await people.agent(unseen)
  const { slug } = await makeRoom(claire)
  await join(claire, slug)
  const paul = await people.guest('Paul Mercier', unseen)
  await knock(paul, slug)
  const rules = await openRules(claire)
  const lock = rules.getByRole('switch', { name: 'Lock the meeting' })
  await lock.click()
  await expect(lock).toBeChecked()
  await lock.click()
  await expect(lock).not.toBeChecked()
  await claire.page.keyboard.press('Escape')
  await expect(admitButton(claire, paul.name)).toBeVisible()
  await rules.waitFor({ state: 'hidden' })
  const open = await openRules(claire)
  await open.getByLabel('Who enters directly').selectOption('Open to all')
  await expect(callOf(paul)).toBeVisible()
})

test('what is not allowed the SFU takes from no browser, and what was published of it ends', async ({
  people,
  product,
}) => {
  const claire = await people.agent(calm)
  const { slug } = await makeRoom(claire, { accessLevel: 'open', settings: { may: { share: 'hosts' } } })
  await join(claire, slug)
  const sly = await people.guest('Sly')
  const { callId, identity, token } = await enterByApi(sly, slug, sly.name)
  const raw = await openRawClient(sly)
  expect(await raw.connect(token)).toBe(connected)
  // The SFU leaves the request unanswered; it has passed it over once it answers the one that came after.
  const unanswered = raw.publishTrack('screen_share').catch(() => 'the page was closed')
  expect(await raw.publishTrack('camera')).toBe('published')
  const published = async () =>
    (await sfuOf(product).getParticipant(callId, identity)).tracks.map(({ source }) => source)
  await expect.poll(published).toEqual([TrackSource.CAMERA])
  expect(await Promise.race([unanswered, Promise.resolve('still unanswered')])).not.toBe('published')

  await (await openRules(claire)).getByLabel('Show their camera').selectOption('Hosts')
  await expect.poll(published).toEqual([])
  const again = await openRawClient(sly)
  expect(await again.connect(token)).toBe(403)
})
