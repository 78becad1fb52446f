import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { calmContext, expectAccessible, expectUsableByAll } from '../fixtures/accessibility.ts'
import { activitiesControl, openActivity } from '../fixtures/activities.ts'
import { barOf, join } from '../fixtures/meeting.ts'
import type { People, Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 150_000 })

// Nobody needs to be seen or heard here.
const calm = { context: calmContext, devices: 'none' } as const

/** A host, an agent and a guest. */
async function callOfThree(people: People) {
  const claire = await people.agent(calm)
  const karim = await people.agent(calm)
  const paul = await people.guest('Paul Mercier', calm)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  for (const person of [claire, karim, paul]) await join(person, room.slug)
  return { claire, karim, paul, room }
}

const controlOf = ({ page }: Person) => activitiesControl(page)
const panelOf = ({ page }: Person) => page.getByRole('complementary', { name: /^(Activities|Polls|Questions)$/ })
const button = (person: Person, name: string | RegExp) => panelOf(person).getByRole('button', { name, exact: true })
const pollOf = (person: Person, question: string): Locator =>
  panelOf(person).getByRole('article', { name: question, exact: true })
const toastOf = ({ page }: Person, text: string) => page.getByRole('status').filter({ hasText: text })

async function write(person: Person, question: string, options: readonly string[]): Promise<void> {
  await button(person, 'New poll').click()
  await panelOf(person).getByRole('textbox', { name: 'Question' }).fill(question)
  for (const [index, option] of options.entries()) {
    if (index > 1) await button(person, 'Add an option').click()
    await panelOf(person)
      .getByRole('textbox', { name: `Option ${index + 1}` })
      .fill(option)
  }
}

const menuItem = async (person: Person, actions: Locator, name: string) => {
  await actions.click()
  await person.page.getByRole('menuitem', { name }).click()
}

test('a secret poll: prepared, opened, answered once by each, closed, published', async ({ people }) => {
  const { claire, karim, paul } = await callOfThree(people)
  await openActivity(claire.page, 'Polls')
  await expect(panelOf(claire).getByText('No poll yet')).toBeVisible()
  await expectUsableByAll(claire.page, 'polls, empty')

  // What is wrong is said beside it, and what was typed stays, also when the panel is closed in between.
  await write(claire, 'When do we meet?', ['Monday', 'monday'])
  await button(claire, 'Open now').click()
  await expect(panelOf(claire).getByText('Two options are the same.')).toBeVisible()
  await expectUsableByAll(claire.page, 'the poll’s form')
  await claire.page.keyboard.press('Escape')
  await expect(panelOf(claire)).toBeHidden()
  await controlOf(claire).click()
  await panelOf(claire).getByRole('textbox', { name: 'Option 2' }).fill('Tuesday')
  await button(claire, 'Save the draft').click()
  const draft = pollOf(claire, 'When do we meet?')
  await expect(draft).toContainText('Draft')
  await expectAccessible(claire.page, 'a draft')
  await draft.getByRole('button', { name: 'Open', exact: true }).click()

  // Everybody is told, and gets to it from there.
  await expect(controlOf(paul)).toHaveAccessibleName('Activities, 1 new item')
  await toastOf(paul, 'New poll').getByRole('button', { name: 'Answer' }).click()
  await expect(toastOf(paul, 'New poll')).toHaveCount(0)
  const poll = pollOf(paul, 'When do we meet?')
  await expect(poll).toContainText('Secret vote: nobody will know who answered what')
  await expectUsableByAll(paul.page, 'a poll to answer')
  await poll.getByRole('button', { name: 'Vote', exact: true }).click()
  await expect(poll.getByText('Choose an answer first.')).toBeVisible()
  await poll.getByRole('radio', { name: 'Tuesday' }).check()
  await poll.getByRole('button', { name: 'Vote', exact: true }).click()
  await expect(poll).toContainText('Your vote is counted.')
  await expect(poll).not.toContainText('%')
  await expect(poll.getByRole('button')).toHaveCount(0)
  // The button that one pressed is gone, and the focus not with it.
  await expect(panelOf(paul).getByRole('group', { name: 'Polls' })).toBeFocused()
  await expect(controlOf(paul)).toHaveAccessibleName('Activities')

  await openActivity(karim.page, 'Polls')
  await pollOf(karim, 'When do we meet?').getByRole('radio', { name: 'Tuesday' }).check()
  await pollOf(karim, 'When do we meet?').getByRole('button', { name: 'Vote', exact: true }).click()
  await expect(draft).toContainText('2 votes')
  await expect(draft).not.toContainText('%')
  await expect(draft.getByRole('button', { name: 'Who answered what' })).toHaveCount(0)

  await draft.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(draft.getByRole('list', { name: 'Results' }).getByRole('listitem')).toContainText([
    'no votes · 0%',
    '2 votes · 100%',
  ])
  await expect(poll).toContainText('Closed')
  await expect(poll).not.toContainText('%')
  await draft.getByRole('button', { name: 'Publish the results' }).click()
  for (const person of [karim, paul]) {
    await expect(pollOf(person, 'When do we meet?').getByText('2 votes · 100%')).toBeVisible()
  }
  await expectUsableByAll(paul.page, 'published results')
})

test('a poll by name with live results: changed votes, names for hosts alone, and the export', async ({ people }) => {
  const { claire, karim, paul } = await callOfThree(people)
  await openActivity(claire.page, 'Polls')
  await write(claire, 'Which topics?', ['=Budget', 'Staff', 'Premises'])
  await panelOf(claire).getByRole('combobox', { name: 'Answer' }).selectOption('Several choices')
  await panelOf(claire).getByRole('combobox', { name: 'Choices at most' }).selectOption('2')
  await panelOf(claire).getByRole('radio', { name: 'You and the other hosts' }).check()
  await panelOf(claire).getByRole('switch', { name: 'Results visible to everybody during the vote' }).check()
  await expectUsableByAll(claire.page, 'the poll’s form with several choices')
  await button(claire, 'Open now').click()

  await openActivity(paul.page, 'Polls')
  const poll = pollOf(paul, 'Which topics?')
  await expect(poll).toContainText('The hosts will see who answered what.')
  await poll.getByRole('checkbox', { name: '=Budget' }).check()
  await poll.getByRole('checkbox', { name: 'Staff' }).check()
  await expect(poll.getByRole('checkbox', { name: 'Premises' })).toBeDisabled()
  await poll.getByRole('button', { name: 'Vote', exact: true }).click()
  const first = poll.getByRole('list', { name: 'Results' }).getByRole('listitem').first()
  await expect(first).toContainText('your choice')
  await expect(first).toContainText('1 vote · 100%')
  await expectUsableByAll(paul.page, 'live results')

  await openActivity(karim.page, 'Polls')
  await expect(pollOf(karim, 'Which topics?').getByText('1 vote · 100%').first()).toBeVisible()
  await poll.getByRole('button', { name: 'Change my vote' }).click()
  await poll.getByRole('checkbox', { name: 'Staff' }).uncheck()
  await poll.getByRole('button', { name: 'Save my new vote' }).click()
  await expect(pollOf(karim, 'Which topics?').getByText('1 vote · 100%')).toHaveCount(1)
  await expect(pollOf(karim, 'Which topics?').getByRole('button', { name: 'Who answered what' })).toHaveCount(0)

  const led = pollOf(claire, 'Which topics?')
  await led.getByRole('button', { name: 'Who answered what' }).click()
  await expect(led.getByRole('list', { name: 'Who answered what' }).getByRole('listitem')).toHaveText([
    /Paul Mercier.*unverified.*=Budget/,
  ])
  await expectUsableByAll(claire.page, 'who answered what')
  const download = claire.page.waitForEvent('download')
  await menuItem(claire, led.getByRole('button', { name: /^Actions/ }), 'Export (CSV)')
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toContain(`"'=Budget",1\r\n"Staff",0`)
  expect(file).toContain(`"Paul Mercier","no","'=Budget"`)

  await menuItem(claire, led.getByRole('button', { name: /^Actions/ }), 'Delete')
  await expectAccessible(claire.page, 'deleting a poll')
  await claire.page.getByRole('button', { name: 'Delete the poll' }).click()
  await expect(poll).toHaveCount(0)
})

test('a poll in one’s own words; a vote that fails keeps what was typed; who comes late finds it', async ({
  people,
}) => {
  const { claire, paul, room } = await callOfThree(people)
  await openActivity(claire.page, 'Polls')
  await write(claire, 'What is missing?', [])
  await panelOf(claire).getByRole('combobox', { name: 'Answer' }).selectOption('In one’s own words')
  await button(claire, 'Open now').click()

  await openActivity(paul.page, 'Polls')
  const poll = pollOf(paul, 'What is missing?')
  const field = poll.getByRole('textbox', { name: 'Your answer' })
  await paul.page.route('**/vote', (route) => route.abort())
  await field.fill('<b>Coffee</b>')
  await poll.getByRole('button', { name: 'Send my answer' }).click()
  await expect(toastOf(paul, 'The server does not answer')).toBeVisible()
  await expect(field).toHaveValue('<b>Coffee</b>')
  await paul.page.unroute('**/vote')
  await poll.getByRole('button', { name: 'Send my answer' }).click()
  await expect(poll).toContainText('Your vote is counted.')

  const late = await people.guest('Late Guest', {
    devices: 'none',
    context: { ...calmContext, viewport: { width: 390, height: 844 } },
  })
  await join(late, room.slug)
  await toastOf(late, 'New poll: What is missing?').getByRole('button', { name: 'Answer' }).click()
  await expect(pollOf(late, 'What is missing?').getByRole('textbox')).toBeVisible()
  await expectAccessible(late.page, 'a poll on a phone')

  const led = pollOf(claire, 'What is missing?')
  await led.getByRole('button', { name: 'Close', exact: true }).click()
  await led.getByRole('button', { name: 'Publish the results' }).click()
  for (const person of [claire, late]) {
    await expect(pollOf(person, 'What is missing?').getByRole('list', { name: 'Answers' })).toHaveText('<b>Coffee</b>')
  }
  await expectUsableByAll(claire.page, 'written answers')
})

test('questions: asked by name and without, voted up, answered, dismissed and opened again', async ({ people }) => {
  const { claire, karim, paul } = await callOfThree(people)
  const ask = async (person: Person, text: string) => {
    await panelOf(person).getByRole('textbox', { name: 'Your question' }).fill(text)
    await button(person, 'Ask').click()
    await expect(panelOf(person).getByRole('textbox', { name: 'Your question' })).toHaveValue('')
  }
  const questionsOf = (person: Person, section = 'Waiting') =>
    panelOf(person).getByRole('region', { name: section }).getByRole('listitem')
  const settle = (text: string, action: string) =>
    menuItem(claire, panelOf(claire).getByRole('button', { name: `Actions for the question ${text}` }), action)

  await openActivity(paul.page, 'Questions')
  await expect(panelOf(paul).getByText('No question yet')).toBeVisible()
  await expectUsableByAll(paul.page, 'questions, empty')
  await ask(paul, 'When does it end?')
  await expect(questionsOf(paul)).toContainText(['Paul Mercier · unverified · your question'])
  await expect(controlOf(claire)).toHaveAccessibleName('Activities, 1 new item')
  await openActivity(claire.page, 'Questions')
  await expect(controlOf(claire)).toHaveAccessibleName('Activities')

  await expect(panelOf(paul).getByRole('switch')).toHaveCount(0)
  await panelOf(claire).getByRole('switch', { name: 'Allow anonymous questions' }).check()
  await panelOf(paul).getByRole('switch', { name: 'Without my name' }).check()
  await ask(paul, 'Who pays?')
  await openActivity(karim.page, 'Questions')
  await expect(questionsOf(karim).filter({ hasText: 'When does it end?' })).toContainText('Paul Mercier · unverified')
  await expect(questionsOf(karim).filter({ hasText: 'Who pays?' })).toContainText('Anonymous question')
  await expect(questionsOf(karim).filter({ hasText: 'Who pays?' })).not.toContainText('Paul')

  for (const person of [karim, claire]) {
    await questionsOf(person)
      .filter({ hasText: 'Who pays?' })
      .getByRole('button', { name: /^Vote up/ })
      .click()
  }
  for (const person of [claire, karim, paul]) {
    await expect(questionsOf(person).first()).toContainText('Who pays?')
    await expect(questionsOf(person).first().getByRole('button', { name: 'Vote up, 2 votes' })).toBeVisible()
  }
  await expectUsableByAll(claire.page, 'questions')
  await questionsOf(karim).first().getByRole('button', { name: 'Vote up, 2 votes' }).click()
  await expect(questionsOf(paul).first().getByRole('button', { name: 'Vote up, 1 vote' })).toBeVisible()

  await settle('Who pays?', 'Answer in writing')
  await panelOf(claire).getByRole('textbox', { name: 'Written answer' }).fill('The ministry.')
  await expectAccessible(claire.page, 'answering a question')
  await button(claire, 'Publish the answer').click()
  await expect(questionsOf(paul, 'Answered')).toHaveText([/Who pays\?.*The ministry\./])
  await settle('When does it end?', 'Dismiss')
  await expect(questionsOf(paul)).toHaveCount(0)
  await expect(questionsOf(claire, 'Dismissed · for hosts alone')).toContainText(['When does it end?'])
  await expectUsableByAll(claire.page, 'questions, answered and dismissed')
  await settle('When does it end?', 'Open again')
  await expect(questionsOf(paul)).toContainText(['When does it end?'])
})

test('the keyboard alone goes into an activity, back to the list and out of the panel', async ({ people }) => {
  const { claire } = await callOfThree(people)
  const { keyboard } = claire.page
  await controlOf(claire).focus()
  await keyboard.press('Enter')
  await expect(claire.page.getByRole('heading', { name: 'Activities' })).toBeFocused()
  await expectUsableByAll(claire.page, 'the list of activities')
  const questions = panelOf(claire).getByRole('button', { name: /^Questions/ })
  await questions.focus()
  await keyboard.press('Enter')
  await expect(button(claire, 'All activities')).toBeFocused()
  await keyboard.press('Enter')
  await expect(questions).toBeFocused()
  await keyboard.press('Escape')
  await expect(panelOf(claire)).toBeHidden()
  await expect(controlOf(claire)).toBeFocused()
  await expect(barOf(claire)).toBeVisible()
})
