import { expectBytesToStop, expectMovingPicture, expectSilence, expectSoundFrom } from '../fixtures/media.ts'
import { barOf, join, pictureOf, tileOf } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

const panelOf = ({ page }: Person) => page.getByRole('complementary', { name: 'Chat' })
const fieldOf = (person: Person) => panelOf(person).getByRole('textbox', { name: 'Write to everybody' })
const messages = (person: Person) =>
  panelOf(person).getByRole('list', { name: 'Messages', exact: true }).getByRole('listitem')

async function write(person: Person, text: string): Promise<void> {
  await fieldOf(person).fill(text)
  await fieldOf(person).press('Enter')
}

/** The layout that the menu says is chosen. */
async function layoutOf({ page }: Person): Promise<string | null> {
  await page.getByRole('button', { name: 'Layout' }).click()
  const chosen = await page.getByRole('menuitemradio', { checked: true }).first().textContent()
  await page.keyboard.press('Escape')
  return chosen
}

test('after an SFU restart mute, hand, layout and chat are as they were, with what was written meanwhile', async ({
  people,
  product,
}) => {
  test.setTimeout(120_000)
  const { sfu } = product.stack
  if (!sfu) throw new Error('the stack has no SFU of its own')
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire, { accessLevel: 'open' })
  const both = [claire, paul]
  for (const person of both) await join(person, room.slug)
  for (const { page } of both) await page.getByRole('button', { name: /^Chat/ }).click()
  await write(claire, 'Before the cut')
  await expect(messages(paul)).toContainText(['Before the cut'])
  await fieldOf(paul).fill('Half a thought')
  await barOf(paul).getByRole('button', { name: 'Turn microphone off' }).click()
  await barOf(paul).getByRole('button', { name: 'Raise hand' }).click()
  await paul.page.getByRole('button', { name: 'Layout' }).click()
  await paul.page.getByRole('menu').getByText('Speaker', { exact: true }).click()
  await expect(paul.page.getByRole('menu')).toBeHidden()
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expect(tileOf(claire, paul.name)).toContainText('hand raised, number 1')
  expect(await layoutOf(paul)).toContain('Speaker')

  await sfu.kill('SIGKILL')
  await Promise.all(both.map(expectBytesToStop))
  await expect(paul.page.getByTestId('connection-lost')).toBeVisible()
  // Chat goes by the API, which is there: what cannot be passed on at once is read after the return.
  await write(claire, 'While you were away')
  await expect(messages(claire)).toContainText(['Before the cut', 'While you were away'])
  await sfu.start()

  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectSoundFrom(paul, 1)
  await expect(messages(paul)).toContainText(['Before the cut', 'While you were away'])
  await expect(messages(paul)).toHaveCount(2)
  await expect(fieldOf(paul)).toHaveValue('Half a thought')
  await expect(barOf(paul).getByRole('button', { name: 'Turn microphone on' })).toBeVisible()
  await expect(barOf(paul).getByRole('button', { name: 'Lower hand' })).toBeVisible()
  await expect(tileOf(claire, paul.name)).toContainText('hand raised, number 1')
  await expect(tileOf(claire, paul.name)).toContainText('microphone off')
  await expectSilence(claire)
  await expect(paul.page.getByTestId('connection-lost')).toBeHidden()
  expect(await layoutOf(paul)).toContain('Speaker')
})
