import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { expectUsableByAll } from '../fixtures/accessibility.ts'
import { callOf, join } from '../fixtures/meeting.ts'
import type { People, Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

const chatButton = ({ page }: Person) => page.getByRole('button', { name: /^Chat/ })
const panelOf = ({ page }: Person) => page.getByRole('complementary', { name: 'Chat' })
const fieldOf = (person: Person) => panelOf(person).getByRole('textbox', { name: 'Write to everybody' })
const messageOf = (person: Person, text: string) =>
  panelOf(person).getByRole('list', { name: 'Messages', exact: true }).getByRole('listitem').filter({ hasText: text })

async function openChat(person: Person): Promise<Locator> {
  await chatButton(person).click()
  await expect(fieldOf(person)).toBeFocused()
  return panelOf(person)
}

async function write(person: Person, text: string): Promise<void> {
  await fieldOf(person).fill(text)
  await fieldOf(person).press('Enter')
  await expect(fieldOf(person)).toHaveValue('')
}

async function choose(person: Person, text: string, action: string): Promise<void> {
  await messageOf(person, text)
    .getByRole('button', { name: /^Actions/ })
    .click()
  await person.page.getByRole('menuitem', { name: action }).click()
}

/** Nobody writes with a camera. */
const writing = { devices: 'none' } as const

async function callOfTwo(people: People) {
  const claire = await people.agent(writing)
  const paul = await people.guest('Paul Mercier', writing)
  const { slug } = await makeRoom(claire, { name: 'Weekly review', accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  return { claire, paul, slug }
}

test('what one writes the other reads, edited and deleted too, and who comes late reads it all', async ({ people }) => {
  const { claire, paul, slug } = await callOfTwo(people)
  await openChat(claire)
  await write(claire, 'Good morning')
  await expect(messageOf(claire, 'Good morning')).toContainText(`${claire.name} (you)`)

  await expect(chatButton(paul)).toHaveAccessibleName('Chat, 1 unread message')
  const toast = paul.page.getByRole('status').locator('p', { hasText: `${claire.name}: Good morning` })
  await expect(toast).toBeVisible()
  await openChat(paul)
  await expect(toast).toBeHidden({ timeout: 2000 })
  await expect(chatButton(paul)).toHaveAccessibleName('Chat')
  await expect(messageOf(paul, 'Good morning')).toContainText(claire.name)

  await choose(paul, 'Good morning', 'Reply')
  await fieldOf(paul).pressSequentially('Hello')
  await fieldOf(paul).press('Shift+Enter')
  await fieldOf(paul).pressSequentially('Second line')
  await fieldOf(paul).press('Enter')
  const reply = messageOf(claire, 'Second line')
  await expect(reply).toContainText('unverified')
  await expect(reply).toContainText(`${claire.name}: Good morning`)

  await choose(paul, 'Second line', 'Edit')
  await fieldOf(paul).fill('Mended')
  await fieldOf(paul).press('Enter')
  await expect(messageOf(claire, 'Mended')).toContainText('edited')

  await choose(claire, 'Mended', 'Delete')
  await claire.page.getByRole('button', { name: 'Delete the message' }).click()
  await expect(messageOf(paul, 'This message was deleted.')).toBeVisible()
  await expect(panelOf(paul).getByText('Mended')).toBeHidden()

  const late = await people.guest('Late Guest', writing)
  await join(late, slug)
  await expect(chatButton(late)).toHaveAccessibleName('Chat')
  await openChat(late)
  await expect(messageOf(late, 'This message was deleted.')).toBeVisible()
  await expect(messageOf(late, 'Good morning').first()).toContainText(claire.name)
})

test('markup stays text, links go to http only, and a mention is marked', async ({ people }) => {
  const { claire, paul } = await callOfTwo(people)
  await openChat(claire)
  await openChat(paul)
  const markup = '<img src=x onerror="document.title=1"> javascript:alert(1) https://example.org/a.'
  await write(claire, markup)
  const message = messageOf(paul, '<img src=x')
  await expect(message).toContainText(markup)
  await expect(message.locator('img')).toHaveCount(0)
  const link = message.getByRole('link')
  await expect(link).toHaveCount(1)
  await expect(link).toHaveAttribute('href', 'https://example.org/a')
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(link).toHaveAttribute('target', '_blank')

  await fieldOf(claire).pressSequentially('For @pa')
  await expect(claire.page.getByRole('option', { name: paul.name })).toBeVisible()
  await fieldOf(claire).press('Enter')
  await expect(fieldOf(claire)).toHaveValue(`For @${paul.name} `)
  await fieldOf(claire).press('Enter')
  await expect(messageOf(paul, `For @${paul.name}`)).toContainText('mentions you')

  await expectUsableByAll(paul.page, 'chat')
  const download = paul.page.waitForEvent('download')
  await panelOf(paul).getByRole('button', { name: 'Save the chat as a text file' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain(`${claire.name}\n${markup}`)
})

test('the keyboard alone opens, writes, searches and closes; what fails keeps its text', async ({ people }) => {
  const { claire } = await callOfTwo(people)
  const { keyboard } = claire.page
  // What is typed before the panel's code is there is not lost.
  const arrival = Promise.withResolvers<void>()
  await claire.page.route(/\/chat-panel-[^/]+\.js$/, async (route) => {
    await arrival.promise
    await route.continue()
  })
  await chatButton(claire).focus()
  await keyboard.press('Enter')
  await keyboard.type('Fir')
  await expect(panelOf(claire)).toBeHidden()
  arrival.resolve()
  await expect(fieldOf(claire)).toBeFocused()
  await keyboard.type('st')
  await expect(fieldOf(claire)).toHaveValue('First')
  await keyboard.press('Enter')
  await expect(messageOf(claire, 'First')).toBeVisible()

  await claire.page.route('**/messages', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await keyboard.type('Second')
  await keyboard.press('Enter')
  const outbox = panelOf(claire).getByRole('list', { name: 'Messages being sent' })
  await expect(outbox).toContainText('Not sent')
  await expect(outbox).toContainText('Second')
  await claire.page.unroute('**/messages')
  await outbox.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(messageOf(claire, 'Second')).toBeVisible()
  await expect(outbox).toBeHidden()

  await panelOf(claire).getByRole('searchbox').focus()
  await keyboard.type('First')
  await expect(messageOf(claire, 'Second')).toBeHidden()
  await expect(messageOf(claire, 'First')).toBeVisible()
  await keyboard.press('Escape')
  await expect(panelOf(claire)).toBeHidden()
  await expect(chatButton(claire)).toBeFocused()
  await expect(callOf(claire)).toBeVisible()
})

test('an emoji is searched for by keyboard and goes where the caret is', async ({ people }) => {
  const { claire, paul } = await callOfTwo(people)
  await openChat(claire)
  await fieldOf(claire).fill('Good morning')
  await fieldOf(claire).press('Home')
  await claire.page.keyboard.press('Tab')
  await claire.page.keyboard.press('Enter')
  const picker = claire.page.getByRole('dialog', { name: 'Emoji' })
  await expect(picker.getByRole('option', { name: 'grinning face', exact: true })).toBeVisible()
  await expectUsableByAll(claire.page, 'the emoji')
  await claire.page.keyboard.press('ArrowDown')
  await claire.page.keyboard.press('ArrowRight')
  const second = picker.getByRole('option').nth(1)
  await expect(picker.getByRole('combobox')).toHaveAttribute(
    'aria-activedescendant',
    (await second.getAttribute('id')) ?? '',
  )
  await claire.page.keyboard.type('octopus')
  await expect(picker.getByRole('option')).toHaveCount(1)
  await claire.page.keyboard.press('Enter')
  await expect(picker).toBeHidden()
  await expect(fieldOf(claire)).toBeFocused()
  await expect(fieldOf(claire)).toHaveValue('🐙Good morning')
  await claire.page.keyboard.type(' ')
  await claire.page.keyboard.press('Enter')
  await openChat(paul)
  await expect(messageOf(paul, '🐙 Good morning')).toBeVisible()
})
