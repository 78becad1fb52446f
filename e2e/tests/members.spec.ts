import { apiPrefix } from '@visavis/contracts'
import { calmContext, expectUsableByAll } from '../fixtures/accessibility.ts'
import { callOf, join, openParticipants } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { signInAs } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const calm = { context: calmContext }
const invited = { email: 'agent-8001@numerique.example', name: 'Agent 8001' }
const withdrawn = 'agent-8002@numerique.example'

test('a co-host is named by e-mail before they have ever signed in, and is one when they do', async ({ people }) => {
  const claire = await people.agent(calm)
  const karim = await people.agent(calm)
  const room = await makeRoom(claire, { accessLevel: 'restricted' })
  await claire.page.goto('/rooms')
  await claire.page.getByRole('button', { name: /More actions/ }).click()
  await claire.page.getByRole('menuitem', { name: 'Members' }).click()
  const dialog = claire.page.getByRole('dialog')
  async function add(email: string, role: 'Member' | 'Co-host') {
    await dialog.getByRole('textbox', { name: 'Work e-mail address' }).fill(email)
    await dialog.getByRole('combobox', { name: 'Role' }).selectOption({ label: role })
    await dialog.getByRole('button', { name: 'Add' }).click()
    await expect(dialog.getByRole('listitem').filter({ hasText: email })).toContainText(`${role} · Has not come yet`)
  }
  await add(invited.email, 'Co-host')
  await add(withdrawn, 'Co-host')
  // Somebody with an account looks the same.
  await add(karim.email, 'Member')
  await expect(dialog).not.toContainText(karim.name)
  await expectUsableByAll(claire.page, 'who has not come yet')
  await dialog.getByRole('button', { name: `Actions for ${withdrawn}` }).click()
  await claire.page.getByRole('menuitem', { name: 'Remove from the room' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: withdrawn })).toHaveCount(0)
  await claire.page.keyboard.press('Escape')

  const newcomer = { ...(await people.guest(invited.name, calm)), email: invited.email }
  await signInAs(newcomer.context, invited.email)
  await join(newcomer, room.slug)
  await expect(callOf(newcomer)).toBeVisible()
  const row = (await openParticipants(newcomer)).getByRole('listitem').filter({ hasText: invited.name })
  await expect(row).toContainText(/co-host/i)
  const members = await claire.context.request.get(`${apiPrefix}/rooms/${room.slug}/members`)
  expect((await members.json()).items).toMatchObject([
    { displayName: invited.name, email: invited.email, role: 'cohost' },
    { displayName: null, email: karim.email, role: 'member' },
  ])
  const other = await people.agent({ ...calm, email: withdrawn })
  await other.page.goto(`/${room.slug}`)
  await expect(other.page.getByRole('button', { name: 'Ask to enter' })).toBeVisible()
})
