import { apiPrefix, callStateSchema, dataTopics } from '@visavis/contracts'
import { calmContext, expectAccessible, expectReflow } from '../fixtures/accessibility.ts'
import { callOf, join, openParticipants, tileOf } from '../fixtures/meeting.ts'
import type { People, Person } from '../fixtures/people.ts'
import { enterByApi, openRawClient } from '../fixtures/raw-client.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { voiceArgs } from '../fixtures/voice.ts'

test.describe.configure({ timeout: 120_000 })

/** Hands are seen without cameras. */
const calm = { context: calmContext, devices: 'none' } as const

async function callOfThree(people: People) {
  const claire = await people.agent(calm)
  const paul = await people.guest('Paul Mercier', calm)
  const sonia = await people.guest('Sonia Belkacem', calm)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  for (const person of [claire, paul, sonia]) await join(person, room.slug)
  for (const person of [claire, paul, sonia]) await expect(tileOf(person, '')).toHaveCount(3)
  return { claire, paul, sonia, room }
}

const button = ({ page }: Person, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const bar = ({ page }: Person) => page.getByRole('toolbar', { name: 'Meeting controls' })
const raise = (person: Person) => bar(person).getByRole('button', { name: 'Raise hand' }).click()
const lower = (person: Person) => bar(person).getByRole('button', { name: 'Lower hand' }).click()

/** The queue on top of the list of participants, as the names in it. */
async function expectQueue(person: Person, names: readonly string[]): Promise<void> {
  const panel = await openParticipants(person)
  const rows = panel.getByRole('region', { name: /^Raised hand/ }).getByRole('listitem')
  await expect(rows).toContainText([...names])
  await expect(rows).toHaveCount(names.length)
}

test('hands go up in one order for everybody, and a host lowers them', async ({ people }) => {
  const { claire, paul, sonia } = await callOfThree(people)
  await raise(sonia)
  await expect(tileOf(claire, sonia.name)).toContainText('hand raised, number 1')
  await raise(paul)
  for (const person of [claire, paul, sonia]) {
    await expect(tileOf(person, paul.name)).toContainText('hand raised, number 2')
    await expectQueue(person, [sonia.name, paul.name])
  }
  await expect(button(paul, `Lower ${sonia.name}’s hand`)).toHaveCount(0)
  await expect(button(paul, 'Lower all hands')).toHaveCount(0)
  await expectAccessible(claire.page, 'the queue of raised hands')
  await expectReflow(claire.page, 'the queue of raised hands')

  await button(claire, `Lower ${sonia.name}’s hand`).click()
  await expect(tileOf(paul, paul.name)).toContainText('hand raised, number 1')
  await expect(bar(sonia).getByRole('button', { name: 'Raise hand' })).toBeVisible()

  await raise(sonia)
  await expectQueue(claire, [paul.name, sonia.name])
  await button(claire, 'Lower all hands').click()
  for (const person of [claire, paul, sonia]) await expect(tileOf(person, 'hand raised')).toHaveCount(0)
})

test('the queue stays right when somebody reloads, and one’s own hand comes down by one’s own click', async ({
  people,
}) => {
  const { claire, paul, sonia, room } = await callOfThree(people)
  await raise(paul)
  await raise(sonia)
  await expectQueue(claire, [paul.name, sonia.name])
  await paul.page.reload()
  await expectQueue(claire, [sonia.name])
  // Comes in anew and sees at once whose hand is up.
  await join(paul, room.slug)
  await expect(tileOf(paul, sonia.name)).toContainText('hand raised, number 1')
  await raise(paul)
  await expectQueue(claire, [sonia.name, paul.name])
  await lower(sonia)
  await expectQueue(claire, [paul.name])
})

test('a reaction is seen by everybody over its sender, and a flood of them is refused', async ({ people }) => {
  const { claire, paul, sonia } = await callOfThree(people)
  await bar(paul).getByRole('button', { name: 'React' }).click()
  const reactions = paul.page.getByRole('dialog', { name: 'Reactions' })
  await expectAccessible(paul.page, 'the reactions')
  await reactions.getByRole('button', { name: 'Applause' }).click()
  for (const person of [claire, sonia]) {
    await expect(tileOf(person, paul.name).locator('[data-reaction=applause]')).toBeVisible()
    await expect(person.page.getByText(`${paul.name}: Applause.`)).toBeAttached()
  }
  const refused = paul.page.waitForResponse((response) => response.status() === 429)
  await reactions
    .getByRole('button', { name: 'Congratulations' })
    .evaluate((element: HTMLElement) => Array.from({ length: 12 }, () => element.click()))
  await refused
  await expect(paul.page.getByRole('status').filter({ hasText: /too many/i })).toBeVisible()
  await expect(callOf(paul)).toBeAttached()
  await paul.page.keyboard.press('Escape')
  await expect(reactions).toBeHidden()
  await expect(tileOf(claire, paul.name).locator('[data-reaction]')).toHaveCount(0, { timeout: 10_000 })
})

test('a host puts somebody in the middle for everybody, and takes them out of it', async ({ people }) => {
  const { claire, paul, sonia } = await callOfThree(people)
  const choose = async (item: string) => {
    const panel = await openParticipants(claire)
    await panel.getByRole('button', { name: `Actions for ${sonia.name}` }).click()
    await claire.page.getByRole('menuitem', { name: item }).click()
  }
  await choose('Spotlight for everybody')
  for (const person of [claire, paul, sonia]) {
    await expect(tileOf(person, sonia.name)).toContainText('Spotlight')
    await expect(tileOf(person, '').first()).toContainText(sonia.name)
  }
  const panel = await openParticipants(paul)
  await panel.getByRole('button', { name: `Actions for ${sonia.name}` }).click()
  await expect(paul.page.getByRole('menuitem', { name: 'Pin' })).toBeVisible()
  await expect(paul.page.getByRole('menuitem', { name: /spotlight/i })).toHaveCount(0)
  await paul.page.keyboard.press('Escape')
  await choose('Remove the spotlight')
  for (const person of [claire, paul, sonia]) await expect(tileOf(person, sonia.name)).not.toContainText('Spotlight')
})

test('a forged message of a participant changes nothing', async ({ people }) => {
  const claire = await people.agent(calm)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  const paul = await people.guest('Paul Mercier', calm)
  const admitted = await enterByApi(paul, room.slug, paul.name)
  const client = await openRawClient(paul)
  expect(await client.connect(admitted.token)).toBe(0)
  await expect(tileOf(claire, paul.name)).toBeVisible()

  const { callId, identity } = admitted
  const forged = { revision: 1000, hands: [{ identity, raisedAt: new Date().toISOString() }], spotlight: identity }
  await client.publishData(JSON.stringify(forged), dataTopics.state)
  await client.publishData(JSON.stringify({ identity, reaction: 'party' }), dataTopics.reaction)
  // What comes after is believed: a revision of 1000 would have stood in its way.
  await raise(claire)
  await expect(tileOf(claire, claire.name)).toContainText('hand raised, number 1')
  await expect(tileOf(claire, paul.name)).not.toContainText(/hand raised|Spotlight/)
  await expect(claire.page.locator('[data-reaction]')).toHaveCount(0)
  const state = await paul.context.request.get(`${apiPrefix}/calls/${callId}/state`)
  expect(callStateSchema.parse(await state.json())).toMatchObject({ revision: 1, spotlight: null })
})

test('a hand comes down by itself once its owner has had the floor', async ({ people }) => {
  const claire = await people.agent({ ...calm, devices: 'allowed', args: voiceArgs() })
  const karim = await people.agent(calm)
  const room = await makeRoom(claire)
  for (const person of [claire, karim]) await join(person, room.slug)
  await bar(claire).getByRole('button', { name: 'Turn microphone off' }).click()
  await raise(claire)
  await expect(tileOf(karim, claire.name)).toContainText('hand raised, number 1')
  await bar(claire).getByRole('button', { name: 'Turn microphone on' }).click()
  await expect(tileOf(karim, claire.name)).not.toContainText('hand raised', { timeout: 30_000 })
  await expect(bar(claire).getByRole('button', { name: 'Raise hand' })).toBeVisible()
})
