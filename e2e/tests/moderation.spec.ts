import { apiPrefix } from '@visavis/contracts'
import { calmContext, expectAccessible, expectReflow, expectUsableByAll } from '../fixtures/accessibility.ts'
import { expectMovingPicture, expectSilence, expectSoundFrom } from '../fixtures/media.ts'
import { barOf, callOf, join, leave, openParticipants, openPrejoin, pictureOf, tileOf } from '../fixtures/meeting.ts'
import type { People, Person, PersonOptions } from '../fixtures/people.ts'
import { enterByApi, joinByApi, openRawClient } from '../fixtures/raw-client.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { sfuOf } from '../fixtures/sfu.ts'
import { expect, test } from '../fixtures/test.ts'

test.describe.configure({ timeout: 150_000 })

const calm = { context: calmContext }
/** Where nobody needs to be seen or heard. */
const unseen = { ...calm, devices: 'none' } as const
const connected = 0
const stopped = 403

async function callOfThree(people: People, as: PersonOptions = calm) {
  const claire = await people.agent(as)
  const karim = await people.agent(as)
  const paul = await people.guest('Paul Mercier', as)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  for (const person of [claire, karim, paul]) await join(person, room.slug)
  for (const person of [claire, karim, paul]) await expect(tileOf(person, '')).toHaveCount(3)
  return { claire, karim, paul, room }
}

const barButton = (person: Person, name: string) => barOf(person).getByRole('button', { name, exact: true })
const item = ({ page }: Person, name: string) => page.getByRole('menuitem', { name })

async function openRowMenu(host: Person, name: string) {
  const panel = await openParticipants(host)
  await panel.getByRole('button', { name: `Actions for ${name}` }).click()
  await expect(host.page.getByRole('menu')).toBeVisible()
}
async function chooseInRow(host: Person, name: string, action: string) {
  await openRowMenu(host, name)
  await item(host, action).click()
}
async function chooseOnTile(host: Person, name: string, action: string) {
  await host.page.getByRole('button', { name: `Tile of ${name}` }).click()
  await item(host, action).click()
}
const told = ({ page }: Person, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible()

test('a host mutes somebody, who speaks again only by their own click', async ({ people }) => {
  const { claire, karim, paul } = await callOfThree(people)
  await barButton(claire, 'Turn microphone off').click()
  await expect(tileOf(karim, claire.name)).toContainText('microphone off')
  // What was under way is heard out first.
  await expect(() => expectSoundFrom(karim, 1, 3000)).toPass({ timeout: 20_000 })
  await chooseInRow(claire, paul.name, 'Mute')
  await expectSilence(karim)
  await told(paul, `${claire.name} has muted you. You can unmute yourself whenever you like.`)
  await expect(barButton(paul, 'Turn microphone on')).toBeVisible()
  await expect(tileOf(karim, paul.name)).toContainText('microphone off')

  await chooseInRow(claire, paul.name, 'Ask to unmute')
  const asked = callOf(paul).getByText(`${claire.name} asks you to unmute.`)
  await expect(asked).toBeVisible()
  await expectAccessible(paul.page, 'the request to speak')
  await expectReflow(paul.page, 'the request to speak')
  await expect(callOf(karim).getByText(/asks you to unmute/)).toHaveCount(0)
  await callOf(paul).getByRole('button', { name: 'Not now' }).click()
  await expect(asked).toBeHidden()
  await expectSilence(karim)

  await chooseInRow(claire, paul.name, 'Ask to unmute')
  await callOf(paul).getByRole('button', { name: 'Unmute', exact: true }).click()
  await expect(asked).toBeHidden()
  await expectSoundFrom(karim, 1)
})

test('a host stops a camera and a share, which is closed and not only hidden', async ({ people }) => {
  const { claire, karim, paul } = await callOfThree(people)
  await expectMovingPicture(pictureOf(karim, paul.name))
  await chooseOnTile(claire, paul.name, 'Stop the camera')
  await expect(pictureOf(karim, paul.name)).toHaveCount(0)
  await told(paul, `${claire.name} has turned your camera off.`)
  await barButton(paul, 'Turn camera on').click()
  await expectMovingPicture(pictureOf(karim, paul.name))

  await paul.page.evaluate(() => {
    const capture = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getDisplayMedia = async (options) => {
      const stream = await capture(options)
      Object.assign(window, { capturedScreen: stream })
      return stream
    }
  })
  await barButton(paul, 'Share screen').click()
  const shared = karim.page.getByRole('figure', { name: `${paul.name}’s screen` })
  await expectMovingPicture(shared.locator('video'), 20_000)
  await chooseInRow(claire, paul.name, 'Stop the screen share')
  await expect(shared).toBeHidden()
  await told(paul, `${claire.name} has stopped your screen share.`)
  const captured = () =>
    paul.page.evaluate(() =>
      (window as unknown as { capturedScreen: MediaStream }).capturedScreen
        .getTracks()
        .map(({ readyState }) => readyState),
    )
  await expect.poll(captured).not.toContain('live')
  await barButton(paul, 'Share screen').click()
  await expectMovingPicture(shared.locator('video'), 20_000)
})

test('a co-host may what hosts may, from that moment and to that moment', async ({ people, product }) => {
  const { claire, karim, paul, room } = await callOfThree(people)
  const panel = await openParticipants(karim)
  await expect(panel.getByRole('button', { name: 'Mute all' })).toHaveCount(0)
  await openRowMenu(claire, paul.name)
  await expect(item(claire, 'Make co-host')).toBeDisabled()
  await expectAccessible(claire.page, 'the menu of a guest')
  await claire.page.keyboard.press('Escape')

  await chooseInRow(claire, karim.name, 'Make co-host')
  await told(karim, 'You are now a co-host.')
  await expect(panel.getByRole('button', { name: 'Mute all' })).toBeVisible()
  await expect((await openParticipants(paul)).getByRole('listitem').filter({ hasText: karim.name })).toContainText(
    /co-host/i,
  )
  await barButton(claire, 'Turn microphone off').click()
  await barButton(karim, 'Turn microphone off').click()
  await chooseInRow(karim, paul.name, 'Mute')
  await expectSilence(claire)
  await told(paul, `${karim.name} has muted you.`)
  await barButton(paul, 'Turn microphone on').click()
  await expectSoundFrom(claire, 1)
  await panel.getByRole('button', { name: 'Mute all' }).click()
  const question = karim.page.getByRole('alertdialog', { name: 'Mute everybody?' })
  await expectUsableByAll(karim.page, 'the question before all are muted')
  await question.getByRole('button', { name: 'Mute', exact: true }).click()
  await told(karim, '1 microphone muted')
  await expectSilence(claire)

  await chooseInRow(claire, karim.name, 'Remove as co-host')
  await claire.page.getByRole('alertdialog').getByRole('button', { name: 'Remove as co-host' }).click()
  await told(karim, 'You are no longer a co-host.')
  await expect(panel.getByRole('button', { name: 'Mute all' })).toHaveCount(0)
  await openRowMenu(karim, paul.name)
  await expect(karim.page.getByRole('menuitem')).toHaveText(['Pin for me', 'Adjust volume', 'Report'])
  const [call] = await product.query<{ id: string }>(
    'select c.id from "Call" c join "Room" r on r.id = c."openRoomId" where r.slug = $1',
    [room.slug],
  )
  const muting = await karim.context.request.post(`${apiPrefix}/calls/${call?.id}/mute`, {
    data: { except: [] },
    headers: { origin: karim.origin },
  })
  expect(muting.status()).toBe(403)
})

test('somebody removed for good is kept out of the next call, too, until a host allows them again', async ({
  people,
  product,
}) => {
  const { claire, karim, paul, room } = await callOfThree(people, unseen)
  await chooseInRow(claire, paul.name, 'Report')
  await expectUsableByAll(claire.page, 'the report')
  await claire.page.getByRole('dialog').getByRole('button', { name: 'Send the report' }).click()
  await told(claire, 'Your report has been recorded. Thank you.')
  const reports = await product.query<{ subjectName: string }>('select "subjectName" from "Report"')
  expect(reports).toEqual([{ subjectName: paul.name }])

  await chooseOnTile(claire, paul.name, 'Remove from the meeting')
  const question = claire.page.getByRole('alertdialog')
  await question.getByRole('radio', { name: /For good/ }).check()
  await expectUsableByAll(claire.page, 'the question before somebody is removed')
  await question.getByRole('button', { name: 'Remove', exact: true }).click()
  const out = paul.page.getByRole('heading', { name: 'You are no longer in the meeting' })
  await expect(out).toBeVisible()
  await expect(tileOf(claire, paul.name)).toBeHidden()

  await claire.page.getByRole('button', { name: 'Other ways to leave' }).click()
  await item(claire, 'End the meeting for everybody').click()
  await claire.page.getByRole('alertdialog').getByRole('button', { name: 'End for everybody' }).click()
  await expect(karim.page.getByRole('heading', { name: 'The meeting is over' })).toBeVisible()
  await join(claire, room.slug)
  await openPrejoin(paul, room.slug)
  await paul.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(out).toBeVisible()
  await leave(claire)

  await claire.page.goto('/rooms')
  await claire.page.getByRole('button', { name: /More actions/ }).click()
  await item(claire, 'Members').click()
  const members = claire.page.getByRole('dialog')
  await expect(members.getByRole('region', { name: 'Kept out for good' })).toContainText(paul.name)
  await expectUsableByAll(claire.page, 'who is kept out')
  await members.getByRole('button', { name: `Allow again: ${paul.name}` }).click()
  await expect(members.getByRole('region', { name: 'Kept out for good' })).toHaveCount(0)
  await join(paul, room.slug)
})

test('nobody moderates by their own token, and no host opens somebody’s microphone', async ({ people, product }) => {
  const claire = await people.agent(calm)
  const paul = await people.guest('Paul Mercier', calm)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  const host = await enterByApi(claire, room.slug)
  await join(paul, room.slug)
  const sfu = sfuOf(product)
  const guest = async () => (await sfu.listParticipants(host.callId)).find(({ name }) => name === paul.name)
  await expect.poll(async () => (await guest())?.tracks.length).toBe(2)
  const { identity = '', tracks = [] } = (await guest()) ?? {}
  const microphone = tracks.find(({ mimeType }) => mimeType.startsWith('audio'))?.sid ?? ''

  const ask = async (method: string, body: object) => {
    const response = await fetch(`${product.sfuUrl}/twirp/livekit.RoomService/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}` },
      body: JSON.stringify({ room: host.callId, identity, ...body }),
    })
    return response.status
  }
  expect([401, 403]).toContain(await ask('MutePublishedTrack', { track_sid: microphone, muted: true }))
  expect([401, 403]).toContain(await ask('UpdateParticipant', { attributes: { role: 'owner' } }))
  expect((await guest())?.tracks.some(({ muted }) => muted)).toBe(false)
  expect((await guest())?.attributes['role']).toBe('participant')

  await sfu.mutePublishedTrack(host.callId, identity, microphone, true)
  await expect(barButton(paul, 'Turn microphone on')).toBeVisible()
  await expect(sfu.mutePublishedTrack(host.callId, identity, microphone, false)).rejects.toThrow(/remote unmute/)
  await expect(barButton(paul, 'Turn microphone on')).toBeVisible()
})

test('a co-host of earlier does not come back as one, by whatever token', async ({ people, product }) => {
  const claire = await people.agent(unseen)
  const karim = await people.agent(unseen)
  const room = await makeRoom(claire)
  await claire.context.request.put(`${apiPrefix}/rooms/${room.slug}/members`, {
    data: { email: karim.email, role: 'cohost' },
    headers: { origin: claire.origin },
  })
  await join(claire, room.slug)
  const admitted = await enterByApi(karim, room.slug)
  const client = await openRawClient(karim)
  expect(await client.connect(admitted.token)).toBe(connected)
  await expect.poll(() => client.heldToken()).not.toBe(admitted.token)
  const renewed = await client.heldToken()
  await expect(tileOf(claire, karim.name)).toBeVisible()
  await chooseInRow(claire, karim.name, 'Remove as co-host')
  await claire.page.getByRole('alertdialog').getByRole('button', { name: 'Remove as co-host' }).click()

  const shown = async () => (await sfuOf(product).getParticipant(admitted.callId, admitted.identity)).attributes['role']
  await expect.poll(shown).toBe('participant')
  // LiveKit sends the next token by itself, and it says what its holder is now.
  await expect.poll(() => client.heldToken()).not.toBe(renewed)
  const afterwards = await client.heldToken()
  expect(await client.connect(admitted.token)).toBe(stopped)
  expect(await client.connect(renewed)).toBe(stopped)
  expect(await client.connect(afterwards)).toBe(connected)
  expect(await shown()).toBe('participant')
  const again = await joinByApi(karim, room.slug)
  expect(again).toMatchObject({ outcome: 'admitted', role: 'participant' })
})
