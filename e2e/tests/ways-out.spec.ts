import { expectMovingPicture } from '../fixtures/media.ts'
import { callOf, join, joinByLobby, leave, openParticipants, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test('who has left may come back without asking, and everybody is seen again', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire)
  await join(claire, room.slug)
  await joinByLobby(paul, claire, room.slug)
  await leave(paul)
  await expect(tileOf(claire, paul.name)).toBeHidden()

  await paul.page.getByRole('button', { name: 'Join again' }).click()
  await paul.page.getByRole('button', { name: /^(Join|Ask to enter)$/ }).click()
  await expect(callOf(paul)).toBeVisible()
  await expectMovingPicture(pictureOf(claire, paul.name))
  await expectMovingPicture(pictureOf(paul, claire.name))

  await leave(claire)
  await claire.page.getByRole('link', { name: 'Back to my rooms' }).click()
  await expect(claire.page).toHaveURL('/rooms')
  await expect(claire.page.getByRole('row', { name: new RegExp(room.name) })).toContainText('Live · 1 person')
})

test('a removed guest is told, and is not let in again', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(paul, room.slug)
  const panel = await openParticipants(claire)
  await panel.getByRole('button', { name: 'Actions for Paul Mercier' }).click()
  await claire.page.getByRole('menuitem', { name: 'Remove from the meeting' }).click()
  await claire.page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click()

  const removed = paul.page.getByRole('heading', { name: 'You are no longer in the meeting' })
  await expect(removed).toBeVisible()
  await expect(paul.page.locator('[aria-live="assertive"]')).toHaveText(/A host has removed you\./)
  await expect(tileOf(claire, paul.name)).toBeHidden()
  await paul.page.goto(`/${room.slug}`)
  await paul.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(removed).toBeVisible()
  await paul.page.getByRole('link', { name: 'Back to the home page' }).click()
  await expect(paul.page).toHaveURL('/')
})

test('a host ends the meeting for everybody', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(paul, room.slug)
  await claire.page.getByRole('button', { name: 'Other ways to leave' }).click()
  await claire.page.getByRole('menuitem', { name: 'End the meeting for everybody' }).click()
  await claire.page.getByRole('alertdialog').getByRole('button', { name: 'End for everybody' }).click()
  for (const { page } of [claire, paul]) {
    await expect(page.getByRole('heading', { name: 'The meeting is over' })).toBeVisible()
  }
  await expect(paul.page.getByRole('link', { name: 'Back to the home page' })).toBeVisible()
  await claire.page.getByRole('link', { name: 'Back to my rooms' }).click()
  await expect(claire.page).toHaveURL('/rooms')
})

test('a link to no room says so and shows where to go, to guests and agents alike', async ({ people }) => {
  const paul = await people.guest('Paul Mercier')
  const claire = await people.agent()
  for (const { page } of [paul, claire]) {
    await page.goto('/abc-defg-hij')
    await expect(page.getByRole('heading', { name: 'This meeting cannot be entered' })).toBeVisible()
  }
  await expect(paul.page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await claire.page.getByRole('link', { name: 'Back to my rooms' }).click()
  await expect(claire.page).toHaveURL('/rooms')
})

test('a room that is deleted in mid-call sends everybody out, and its link leads nowhere', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire, { name: 'Short-lived', accessLevel: 'open' })
  await join(paul, room.slug)
  await claire.page.goto('/rooms')
  await claire.page.getByRole('button', { name: 'More actions for “Short-lived”' }).click()
  await claire.page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(claire.page.getByRole('alertdialog')).toContainText('A meeting is going on')
  await claire.page.getByRole('button', { name: 'Delete the room' }).click()
  await expect(paul.page.getByRole('heading', { name: 'The meeting is over' })).toBeVisible()
  await paul.page.getByRole('button', { name: 'Join again' }).click()
  await expect(paul.page.getByRole('heading', { name: 'This meeting cannot be entered' })).toBeVisible()
})
