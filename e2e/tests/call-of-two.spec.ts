import { expectMovingPicture, expectSilence, expectSoundFrom } from '../fixtures/media.ts'
import { join, joinByLobby, openParticipants, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { voiceArgs } from '../fixtures/voice.ts'

test('an agent and a guest see and hear each other', async ({ people }) => {
  const claire = await people.agent({ cores: 8 })
  const paul = await people.guest('Paul Mercier', { cores: 8 })
  const room = await makeRoom(claire, { name: 'Weekly review' })
  await join(claire, room.slug)
  await expect(claire.page.getByText('Nobody else is here yet')).toBeVisible()
  await joinByLobby(paul, claire, room.slug)

  await expectMovingPicture(pictureOf(claire, 'Paul Mercier'))
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expectSoundFrom(claire, 1)
  await expectSoundFrom(paul, 1)
  for (const { page } of [claire, paul]) await expect(page.getByText('Your browser has silenced')).toBeHidden()

  // Who has no account is shown as such, by words, to everybody.
  await expect(tileOf(claire, 'Paul Mercier')).toContainText('unverified')
  await expect(tileOf(paul, 'Paul Mercier (you)')).toContainText('unverified')
  await expect(tileOf(paul, claire.name)).not.toContainText('unverified')
  const panel = await openParticipants(claire)
  await expect(panel.getByRole('listitem').filter({ hasText: 'Paul Mercier' })).toContainText('Unverified', {
    ignoreCase: true,
  })
})

test('everybody sees who is muted, whose camera is off, and who speaks', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier', { args: voiceArgs() })
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, room.slug)
  await join(paul, room.slug)
  const seenByClaire = tileOf(claire, 'Paul Mercier')
  const speaking = seenByClaire.locator('.outline-speaking')
  await expect(speaking).toHaveCSS('opacity', '1')

  await paul.page.getByRole('button', { name: 'Turn microphone off' }).click()
  await expect(seenByClaire).toContainText('microphone off')
  await expect(speaking).toHaveCSS('opacity', '0')
  await expectSilence(claire)
  // Who speaks all the same is offered another button of that name.
  const controls = paul.page.getByRole('toolbar', { name: 'Meeting controls' })
  await controls.getByRole('button', { name: 'Turn microphone on' }).click()
  await expect(seenByClaire).not.toContainText('microphone off')
  await expectSoundFrom(claire, 1)

  await expectMovingPicture(pictureOf(claire, 'Paul Mercier'))
  await paul.page.getByRole('button', { name: 'Turn camera off' }).click()
  await expect(pictureOf(claire, 'Paul Mercier')).toBeHidden()
  await paul.page.getByRole('button', { name: 'Turn camera on' }).click()
  await expectMovingPicture(pictureOf(claire, 'Paul Mercier'))
})

test('the invitation is copied, with the room’s name and link', async ({ people, product }) => {
  const claire = await people.agent()
  const { page, context } = claire
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const room = await makeRoom(claire, { name: 'Weekly review' })
  await join(claire, room.slug)
  await page.getByRole('button', { name: 'Copy the invitation' }).click()
  await expect(page.getByText('Invitation copied').first()).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`Weekly review\n${product.url}/${room.slug}`)
})
