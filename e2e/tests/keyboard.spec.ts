import type { Locator, Page } from '@playwright/test'
import { callOf, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

const hasFocus = (element: Element) => element === document.activeElement

/** Whether the focus can be seen; the page itself, and what is passed over unseen, has none to show. */
function focusIsVisible(): boolean {
  const element = document.activeElement
  if (!element || element === document.body) return true
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
}

/** Goes on with the Tab key until it is there, or back, and sees each stop on the way. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < 30; stops++) {
    await page.keyboard.press(key)
    const stop = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
    expect(await page.evaluate(focusIsVisible), `a visible focus on ${stop ?? 'nothing'}`).toBe(true)
    if (await target.evaluate(hasFocus)) return
  }
  throw new Error(`the Tab key does not lead to ${target.toString()}`)
}

test('a guest gets from the home page into a call and out with the keyboard alone', async ({ people }) => {
  const claire = await people.agent()
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  const paul = await people.guest('Paul Mercier')
  const { page } = paul
  const { keyboard } = page
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })

  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await tabTo(page, page.getByLabel('Do you have a link or a code?'))
  await keyboard.type(slug)
  await keyboard.press('Enter')

  await tabTo(page, page.getByLabel('Your name'))
  await keyboard.type(paul.name)
  await tabTo(page, button('Join'))
  await keyboard.press('Enter')
  await expect(callOf(paul)).toBeFocused()

  await tabTo(page, button('Turn microphone off'))
  await keyboard.press('Space')
  await expect(button('Turn microphone on')).toBeFocused()
  await expect(tileOf(paul, paul.name)).toContainText('microphone off')

  await tabTo(page, button('Choose camera'))
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitemradio').first()).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitemradio').nth(1)).toBeFocused()
  await keyboard.press('Escape')
  await expect(button('Choose camera')).toBeFocused()

  await tabTo(page, button(/^Participants/))
  await keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: /^Participants/ })
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused()
  await keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(button(/^Participants/)).toBeFocused()

  await tabTo(page, button('Leave the meeting'), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'You have left the meeting' })).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: 'Back to the home page' }))
  await keyboard.press('Enter')
  await expect(page).toHaveURL('/')
})

test('an agent opens, answers and leaves a dialog with the keyboard alone', async ({ people }) => {
  const { page } = await people.agent()
  const { keyboard } = page
  const newRoom = page.getByRole('button', { name: 'New room' })
  await page.goto('/rooms')
  await tabTo(page, newRoom)
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Name of the room')).toBeFocused()
  // The focus stays inside for as long as the dialog is open.
  for (let stops = 0; stops < 12; stops++) {
    await keyboard.press('Tab')
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }
  await keyboard.press('Escape')
  await expect(newRoom).toBeFocused()

  await keyboard.press('Enter')
  await keyboard.type('Weekly review')
  await keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Weekly review/ })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'More actions for “Weekly review”' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await keyboard.press('Enter')
  const question = page.getByRole('alertdialog')
  await expect(question).toBeVisible()
  await tabTo(page, question.getByRole('button', { name: 'Delete the room' }))
  await keyboard.press('Enter')
  await expect(page.getByText('You have no room yet')).toBeVisible()
})
