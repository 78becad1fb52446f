import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { callOf, join, leave, pictureOf, tileOf } from '../fixtures/meeting.ts'
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
  await join(phone, room.slug)
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
  await join(tab, room.slug)
  await expect(tileOf(claire, claire.name)).toHaveCount(2)
  await expect(callOf(claire)).toBeVisible()
})
