import { apiPrefix } from '@visavis/contracts'
import { DataPacket_Kind, TrackSource } from 'livekit-server-sdk'
import type { People } from '../fixtures/people.ts'
import { enterByApi, openRawClient } from '../fixtures/raw-client.ts'
import { makeRoom, type RoomOptions } from '../fixtures/rooms.ts'
import { mintToken, sfuOf } from '../fixtures/sfu.ts'
import { expect, test } from '../fixtures/test.ts'

const connected = 0
const stopped = 403

async function openRoomWithGuest(people: People, settings: NonNullable<RoomOptions['settings']> = {}) {
  const owner = await people.agent()
  const room = await makeRoom(owner, { accessLevel: 'open', settings })
  const guest = await people.guest('Paul Mercier')
  const admitted = await enterByApi(guest, room.slug, guest.name)
  return { owner, room, guest, admitted, client: await openRawClient(guest) }
}

test('a removed guest stays out, with the original and with the renewed token', async ({ people, product }) => {
  const { owner, admitted, client } = await openRoomWithGuest(people)
  expect(await client.connect(admitted.token)).toBe(connected)
  await expect.poll(() => client.heldToken()).not.toBe(admitted.token)
  const renewed = await client.heldToken()

  const removal = await owner.context.request.delete(
    `${apiPrefix}/calls/${admitted.callId}/participants/${admitted.identity}`,
    { headers: { origin: product.url } },
  )
  expect(removal.status()).toBe(204)
  expect(await client.disconnected()).toBe('PARTICIPANT_REMOVED')
  expect(await client.connect(admitted.token)).toBe(stopped)
  expect(await client.connect(renewed)).toBe(stopped)
})

test('a disabled agent is out of the call at once and stays out', async ({ people, product }) => {
  const owner = await people.agent()
  const room = await makeRoom(owner)
  const agent = await people.agent()
  const administrator = await people.agent({ email: 'anne.roche@numerique.example' })
  const admitted = await enterByApi(agent, room.slug)
  const client = await openRawClient(agent)
  expect(await client.connect(admitted.token)).toBe(connected)
  await expect.poll(() => client.heldToken()).not.toBe(admitted.token)
  const renewed = await client.heldToken()

  const [user] = await product.query<{ id: string }>('select id from "User" where email = $1', [agent.email])
  const disabling = await administrator.context.request.patch(`${apiPrefix}/admin/users/${user?.id}`, {
    data: { disabled: true },
    headers: { origin: product.url },
  })
  expect(disabling.status()).toBe(200)
  expect(await client.disconnected()).toBe('PARTICIPANT_REMOVED')
  expect(await client.connect(admitted.token)).toBe(stopped)
  expect(await client.connect(renewed)).toBe(stopped)
  expect(await (await agent.context.request.get(`${apiPrefix}/me`)).json()).toEqual({ agent: null })
})

test('a token of one room opens no other', async ({ people, product }) => {
  const { owner, admitted, client } = await openRoomWithGuest(people)
  const other = await enterByApi(owner, (await makeRoom(owner)).slug)
  // Signed with the right key, as if the SFU were asked to open B for the participant of A.
  const elsewhere = await mintToken(product, admitted.identity, { room: other.callId })
  expect(await client.connect(elsewhere)).toBe(stopped)

  expect(await client.connect(admitted.token)).toBe(connected)
  const inOther = await sfuOf(product).listParticipants(other.callId)
  expect(inOther.map(({ identity }) => identity)).not.toContain(admitted.identity)
})

test('the SFU takes no message and no source that the token does not grant', async ({ people, product }) => {
  const { admitted, client } = await openRoomWithGuest(people, { may: { share: 'hosts' } })
  const cameraOnly = await mintToken(product, admitted.identity, {
    room: admitted.callId,
    canPublishSources: [TrackSource.CAMERA],
  })
  expect(await client.connect(cameraOnly)).toBe(connected)
  // The SFU leaves the request unanswered; it has passed it over once it answers the one that came after.
  const unanswered = client.publishTrack('screen_share').catch(() => 'the page was closed')
  expect(await client.publishTrack('camera')).toBe('published')
  const published = async () => (await sfuOf(product).getParticipant(admitted.callId, admitted.identity)).tracks
  await expect.poll(async () => (await published()).map(({ source }) => source)).toEqual([TrackSource.CAMERA])
  expect(await Promise.race([unanswered, Promise.resolve('still unanswered')])).not.toBe('published')
})

test('no message from a browser reaches anybody', async ({ people, product }) => {
  const { owner, room, admitted, client } = await openRoomWithGuest(people)
  const listener = await enterByApi(owner, room.slug)
  const ear = await openRawClient(owner)
  expect(await ear.connect(listener.token)).toBe(connected)
  expect(await client.connect(admitted.token)).toBe(connected)
  await ear.seen(admitted.identity)
  await client.publishData()
  // The server's own message comes after; that it is the only one shows that the other was dropped.
  await sfuOf(product).sendData(
    admitted.callId,
    new TextEncoder().encode('from the server'),
    DataPacket_Kind.RELIABLE,
    {},
  )
  expect(await ear.nextMessage()).toBe('from the server')
})

test('the SFU’s own interface refuses a browser’s token', async ({ people, product }) => {
  const { admitted } = await openRoomWithGuest(people)
  const body = JSON.stringify({ room: admitted.callId })
  for (const method of ['ListParticipants', 'ListRooms', 'DeleteRoom', 'RemoveParticipant']) {
    const response = await fetch(`${product.sfuUrl}/twirp/livekit.RoomService/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${admitted.token}` },
      body,
    })
    expect([401, 403], method).toContain(response.status)
  }
})
