import { expectMovingPicture, expectSilence, expectSoundFrom } from '../fixtures/media.ts'
import { barOf, callOf, join, joinBeside, leave, pictureOf, tileOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

test('one agent takes part from two devices at once, and leaving with one leaves the other in', async ({
  people,
  product,
}) => {
  const laptop = await people.agent()
  const phone = await people.agent({ email: laptop.email })
  const room = await makeRoom(laptop)
  await join(laptop, room.slug)
  await joinBeside(phone, room.slug, 'Join here too')
  for (const device of [laptop, phone]) {
    await expect(tileOf(device, laptop.name)).toHaveCount(2)
    const other = tileOf(device, laptop.name).filter({ hasNotText: '(you)' })
    await expectMovingPicture(other.locator('video'))
    await expectMovingPicture(pictureOf(device, `${laptop.name} (you)`))
    await expectSoundFrom(device, 1)
  }
  const rows = await product.query<{ people: number; identities: number }>(
    `select count(distinct "userId")::int as people, count(distinct p.id)::int as identities
     from "Participant" p join "Call" c on c.id = p."callId" join "Room" r on r.id = c."roomId" where r.slug = $1`,
    [room.slug],
  )
  expect(rows).toEqual([{ people: 1, identities: 2 }])

  await leave(laptop)
  await expect(callOf(phone)).toBeVisible()
  await expect(tileOf(phone, laptop.name)).toHaveCount(1)
})

test('a second tab of the same browser is one more participant, not a thief of the first', async ({ people }) => {
  const claire = await people.agent()
  const room = await makeRoom(claire)
  await join(claire, room.slug)
  const tab = { ...claire, page: await claire.openPage() }
  await joinBeside(tab, room.slug, 'Join here too')
  await expect(tileOf(claire, claire.name)).toHaveCount(2)
  await expect(callOf(claire)).toBeVisible()
})

test('the call moves to a second device: the first leaves by itself, and the others keep the same person', async ({
  people,
}) => {
  const laptop = await people.agent()
  const phone = await people.agent({ email: laptop.email })
  const paul = await people.guest('Paul Mercier')
  const room = await makeRoom(laptop, { accessLevel: 'open' })
  await join(laptop, room.slug)
  await join(paul, room.slug)
  await expectMovingPicture(pictureOf(paul, laptop.name))
  await expectSoundFrom(paul, 1)
  const identity = () => tileOf(paul, laptop.name).getAttribute('data-participant-identity')
  const before = await identity()
  await barOf(laptop).getByRole('button', { name: 'Turn microphone off' }).click()
  await barOf(laptop).getByRole('button', { name: 'Raise hand' }).click()
  await expect(tileOf(paul, laptop.name)).toContainText('microphone off')

  await joinBeside(phone, room.slug, 'Move the call here')
  await expect(laptop.page.getByRole('heading', { name: 'You have moved to another page or device' })).toBeVisible()
  await expectMovingPicture(pictureOf(phone, paul.name))
  await expectMovingPicture(pictureOf(paul, laptop.name))
  await expectSoundFrom(phone, 1)
  await expect(tileOf(paul, laptop.name)).toHaveCount(1)
  expect(await identity()).toBe(before)
  await expect(barOf(phone).getByRole('button', { name: 'Lower hand' })).toBeVisible()
  await expect(barOf(phone).getByRole('button', { name: 'Turn microphone on' })).toBeVisible()
  await expectSilence(paul)
  await barOf(phone).getByRole('button', { name: 'Turn microphone on' }).click()
  await expectSoundFrom(paul, 1)

  // And back again, from the page that has left.
  await laptop.page.getByRole('button', { name: 'Continue here' }).click()
  await laptop.page.getByRole('button', { name: 'Move the call here' }).click()
  await expect(phone.page.getByRole('heading', { name: 'You have moved to another page or device' })).toBeVisible()
  await expectMovingPicture(pictureOf(paul, laptop.name))
  expect(await identity()).toBe(before)
})
