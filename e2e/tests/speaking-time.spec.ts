import { apiPrefix } from '@visavis/contracts'
import { calmContext, expectAccessible, expectReflow } from '../fixtures/accessibility.ts'
import { openActivity } from '../fixtures/activities.ts'
import { join, openParticipants, tileOf } from '../fixtures/meeting.ts'
import { enterByApi } from '../fixtures/raw-client.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { silenceArgs, voiceArgs } from '../fixtures/voice.ts'

test.describe.configure({ timeout: 180_000 })

const calm = { context: calmContext }

test('hosts see who has spoken for how long, also after a reload, and everybody is told that they do', async ({
  people,
}) => {
  const claire = await people.agent({ ...calm, args: silenceArgs() })
  const karim = await people.agent({ ...calm, args: voiceArgs() })
  const paul = await people.guest('Paul Mercier', { ...calm, args: silenceArgs() })
  const room = await makeRoom(claire, { accessLevel: 'open' })
  for (const person of [claire, karim, paul]) await join(person, room.slug)
  for (const person of [claire, karim, paul]) await expect(tileOf(person, '')).toHaveCount(3)
  await expect(await openParticipants(paul)).toContainText('Hosts see how long each person speaks.')
  await expectAccessible(paul.page, 'the participants, and who sees speaking times')

  const panel = claire.page.getByRole('complementary', { name: 'Timer and agenda' })
  const rows = panel.getByRole('table', { name: 'Speaking time by person' }).getByRole('row')
  const open = () => openActivity(claire.page, 'Timer and agenda')
  await open()
  // A page reports every 15 s, and a host's panel asks every 10.
  await expect(rows.nth(1)).toContainText(new RegExp(`${karim.name}.*\\d+ sec`), { timeout: 60_000 })
  await expect(rows.nth(1)).toContainText('100%')
  await expect(rows).toHaveCount(4)
  await expect(rows.filter({ hasText: paul.name })).toContainText(/unverified.*0 sec.*0%/)
  const groups = panel.getByRole('table', { name: 'Speaking time by group' })
  await expect(groups.getByRole('row', { name: /^Participants/ })).toContainText('100%')
  await expectAccessible(claire.page, 'the speaking times')
  await expectReflow(claire.page, 'the speaking times')

  await claire.page.reload()
  await join(claire, room.slug)
  await open()
  await expect(rows.nth(1)).toContainText(new RegExp(`${karim.name}.*\\d+ sec.*100%`))
})

test('nobody reports for somebody else, nor reads it without being a host', async ({ people }) => {
  const claire = await people.agent(calm)
  const paul = await people.guest('Paul Mercier', calm)
  const room = await makeRoom(claire, { accessLevel: 'open' })
  const host = await enterByApi(claire, room.slug, claire.name)
  const guest = await enterByApi(paul, room.slug, paul.name)
  const headers = { origin: paul.origin }
  const report = (identity: string) =>
    paul.context.request.put(`${apiPrefix}/calls/${guest.callId}/participants/${identity}/speaking`, {
      data: { page: guest.identity, spokenMs: 60_000 },
      headers,
    })
  expect((await report(host.identity)).status()).toBe(403)
  expect((await report(guest.identity)).status()).toBe(204)
  const ask = (context: typeof paul.context) => context.request.get(`${apiPrefix}/calls/${guest.callId}/speaking`)
  expect((await ask(paul.context)).status()).toBe(403)
  // No more than the moment that has passed since they came.
  expect((await (await ask(claire.context)).json()).participantsMs).toBeLessThan(30_000)
})
