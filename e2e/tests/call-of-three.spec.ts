import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { callOf, join, joinByLobby, openParticipants, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test('two agents and a guest all see and hear the two others', async ({ people }) => {
  test.setTimeout(90_000)
  const claire = await people.agent()
  const karim = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(claire, { name: 'Weekly review' })
  await join(claire, room.slug)
  // Agents enter a trusted room without asking.
  await join(karim, room.slug)
  await joinByLobby(paul, claire, room.slug)

  const everybody = [claire, karim, paul]
  for (const person of everybody) {
    const others = everybody.filter((other) => other !== person)
    await expect(tileOf(person, '')).toHaveCount(3)
    for (const other of others) await expectMovingPicture(pictureOf(person, other.name), 15_000)
    await expectSoundFrom(person, 2, 15_000)
  }

  const panel = await openParticipants(karim)
  await expect(panel.getByRole('heading', { name: 'Participants · 3' })).toBeVisible()
  const rows = panel.getByRole('listitem')
  await expect(rows.first()).toContainText(claire.name)
  await expect(rows.first()).toContainText('Hosts the meeting')
  await expect(rows.filter({ hasText: 'Paul Mercier' })).toContainText(/unverified/i)
  await expect(rows.filter({ hasText: `${karim.name} (you)` })).toBeVisible()
  // Only hosts may put somebody out.
  await panel.getByRole('button', { name: `Actions for ${claire.name}` }).click()
  await expect(karim.page.getByRole('menuitem', { name: 'Adjust volume' })).toBeVisible()
  await expect(karim.page.getByRole('menuitem', { name: 'Pin' })).toBeVisible()
  await expect(karim.page.getByRole('menuitem', { name: 'Remove from the meeting' })).toHaveCount(0)
  await karim.page.keyboard.press('Escape')
  await expect(karim.page.getByText('3 people').filter({ visible: true })).toBeVisible()
  for (const person of everybody) await expect(callOf(person)).toBeVisible()
})
