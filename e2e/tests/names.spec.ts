import { calmContext, expectAccessible, expectUsableByAll } from '../fixtures/accessibility.ts'
import { callOf, join, knock, openParticipants, openPrejoin, tileOf } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { enterByApi, openRawClient } from '../fixtures/raw-client.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { mintToken, sfuOf } from '../fixtures/sfu.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 120_000 })

// Nobody needs to be seen or heard here.
const calm = { context: calmContext, devices: 'none' } as const
const connected = 0
const namesake = 'uses an agent’s name'

async function choose(person: Person, name: string, action: string) {
  const panel = await openParticipants(person)
  await panel.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
  await person.page.getByRole('menuitem', { name: action }).click()
}
async function rename(person: Person, from: string, to: string, as: 'Change' | 'Rename') {
  await choose(person, from, as === 'Change' ? 'Change my name' : 'Rename')
  const dialog = person.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(to)
  await dialog.getByRole('button', { name: as, exact: true }).click()
  await expect(dialog).toBeHidden()
}
const write = async ({ page }: Person, text: string) => {
  await page.getByRole('button', { name: /^Chat/ }).click()
  await page.getByRole('textbox', { name: 'Write to everybody' }).fill(text)
  await page.keyboard.press('Enter')
}

test('guests of one name are told apart, and one renames themselves for everybody and for the next time', async ({
  people,
}) => {
  const claire = await people.agent(calm)
  const [paul, other] = [await people.guest('Paul Mercier', calm), await people.guest('Pаul Mercier', calm)]
  const room = await makeRoom(claire, { accessLevel: 'open' })
  for (const person of [claire, paul, other]) await join(person, room.slug)
  for (const person of [claire, paul, other]) await expect(tileOf(person, 'Pаul Mercier (2)')).toHaveCount(1)
  await other.page.reload()
  await join(other, room.slug)
  await expect(tileOf(claire, 'Pаul Mercier (2)')).toHaveCount(1)

  await choose(other, 'Pаul Mercier (2)', 'Change my name')
  await expectUsableByAll(other.page, 'the question for a new name')
  await other.page.keyboard.press('Escape')
  await rename(other, 'Pаul Mercier (2)', 'Sonia Belkacem', 'Change')
  for (const person of [claire, paul, other]) {
    await expect(tileOf(person, 'Sonia Belkacem')).toHaveCount(1)
    await expect((await openParticipants(person)).getByText('Sonia Belkacem').first()).toBeVisible()
  }
  await write(other, 'Bonjour')
  await paul.page.getByRole('button', { name: /^Chat/ }).click()
  await expect(paul.page.getByRole('list', { name: 'Messages' })).toContainText('Sonia Belkacem')

  await other.page.reload()
  await expect(other.page.getByLabel('Your name')).toHaveValue('Sonia Belkacem')
  // An agent is named by ProConnect.
  const panel = await openParticipants(claire)
  await expect(panel.getByRole('button', { name: `Actions for ${claire.name}`, exact: true })).toBeVisible()
  await panel.getByRole('button', { name: `Actions for ${claire.name}`, exact: true }).click()
  await expect(claire.page.getByRole('menuitem').first()).toBeVisible()
  await expect(claire.page.getByRole('menuitem', { name: /name/ })).toHaveCount(0)
})

test('whoever uses an agent’s name is marked for everybody, and a host calls them otherwise', async ({ people }) => {
  const claire = await people.agent(calm)
  const sonia = await people.guest('Sonia Belkacem', calm)
  // A Cyrillic А.
  const forged = claire.name.replace('A', 'А')
  const false_ = await people.guest(forged, calm)
  const room = await makeRoom(claire)
  await join(claire, room.slug)
  await knock(sonia, room.slug)
  await knock(false_, room.slug)
  await expect(false_.page.getByText(namesake)).toHaveCount(0)
  const waiting = (await openParticipants(claire)).getByRole('region', { name: /asking to enter|waiting/i })
  await expect(waiting.getByText(namesake)).toHaveCount(1)
  await expectAccessible(claire.page, 'who waits by the name of an agent')
  for (const name of [sonia.name, forged]) await claire.page.getByRole('button', { name: `Admit ${name}` }).click()
  for (const person of [sonia, false_]) await expect(callOf(person)).toBeVisible()

  const marked = `${forged} (2)`
  for (const person of [claire, sonia]) {
    await expect(tileOf(person, marked)).toContainText(namesake)
    await expect(tileOf(person, sonia.name)).not.toContainText(namesake)
  }
  await expect((await openParticipants(sonia)).getByRole('listitem').filter({ hasText: marked })).toContainText(
    namesake,
  )
  await expectUsableByAll(sonia.page, 'the list with an agent’s name')

  await choose(claire, marked, 'Rename')
  await expectUsableByAll(claire.page, 'the question for a guest’s new name')
  await claire.page.keyboard.press('Escape')
  await rename(claire, marked, 'Visiteur', 'Rename')
  for (const person of [claire, sonia]) {
    await expect(tileOf(person, 'Visiteur')).toHaveCount(1)
    await expect(tileOf(person, namesake)).toHaveCount(0)
  }
  await expect(
    false_.page.getByText(`${claire.name} has renamed you. You are now called Visiteur.`).first(),
  ).toBeVisible()
  // Comes anew, by the name that was taken from them.
  await openPrejoin(false_, room.slug)
  await false_.page.getByRole('button', { name: /^(Ask to enter|Join)$/ }).click()
  await expect(callOf(false_)).toBeVisible()
  await expect(tileOf(sonia, 'Visiteur')).toHaveCount(1)
  await expect(tileOf(sonia, forged)).toHaveCount(0)
})

test('the SFU takes no name and no role from a participant’s own client', async ({ people, product }) => {
  const claire = await people.agent(calm)
  const paul = await people.guest('Paul Mercier', calm)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  const admitted = await enterByApi(paul, room.slug, paul.name)
  const client = await openRawClient(paul)
  expect(await client.connect(admitted.token)).toBe(connected)
  for (const change of [
    { name: claire.name },
    { attributes: { role: 'owner', verified: 'true', namesake: '' } },
    { metadata: 'x' },
  ])
    expect(await client.changeOneself(change)).toMatch(/permission/i)
  const { name, attributes, metadata } = await sfuOf(product).getParticipant(admitted.callId, admitted.identity)
  expect({ name, metadata, role: attributes['role'], verified: attributes['verified'] }).toEqual({
    name: paul.name,
    metadata: '',
    role: 'participant',
    verified: 'false',
  })
  // Signed with the right key, it is stopped all the same.
  const grant = { room: admitted.callId, canUpdateOwnMetadata: true }
  expect(await client.connect(await mintToken(product, admitted.identity, grant))).toBe(403)
})
