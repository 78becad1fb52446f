import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { nameKey } from '../../platform/name-keys.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** An agent of whom the provider has said both names. */
async function alexandra(from = api) {
  const agent = await from.agent({ displayName: 'Alexandra Maria Petit' })
  const names = { givenName: 'Alexandra Maria', usualName: 'Petit' }
  await from.database.prisma.user.update({ where: { id: agent.user.id }, data: names })
  return agent
}

const userOf = (id: string) => api.database.prisma.user.findUniqueOrThrow({ where: { id } })

it('shows an agent by a short form from the next join on, and by the provider’s name again on request', async () => {
  const agent = await alexandra()
  const room = await makeRoom(api, agent.user.id)
  const before = await enter(agent, room.slug)
  const response = await agent.put('/me/name', { displayName: '  Alex  Petit ' })
  expect([response.statusCode, response.json().displayName]).toEqual([200, 'Alex Petit'])
  expect(await userOf(agent.user.id)).toMatchObject({ displayName: 'Alex Petit', nameKey: nameKey('Alex Petit') })
  const { identity } = before
  expect(await api.database.prisma.participant.findUnique({ where: { id: identity } })).toMatchObject({
    displayName: 'Alexandra Maria Petit',
  })
  expect((await enter(agent, room.slug)).displayName).toBe('Alex Petit')
  expect((await agent.get('/me/profile')).json()).toMatchObject({
    nameChoice: 'possible',
    providedName: 'Alexandra Maria Petit',
  })
  await agent.put('/me/name', { displayName: 'Alexandra Maria Petit' })
  expect(await userOf(agent.user.id)).toMatchObject({ displayName: 'Alexandra Maria Petit', chosenName: null })
  const audit = await api.database.prisma.auditEvent.findMany({
    where: { action: 'name.chosen' },
    orderBy: { id: 'asc' },
  })
  expect(audit.map(({ details }) => details)).toEqual([{ asProvided: false }, { asProvided: true }])
})

it.each(['Sophie Petit', 'Petit', 'Alexandra Grand', 'Alex Petit 🌻'])(
  'refuses %s, and says what may be',
  async (displayName) => {
    const agent = await alexandra()
    const response = await agent.put('/me/name', { displayName })
    expect([response.statusCode, response.json().code]).toEqual([422, 'name_not_vouched'])
    expect(response.json().title).toMatch(/family name/)
    expect(await userOf(agent.user.id)).toMatchObject({ displayName: 'Alexandra Maria Petit', chosenName: null })
  },
)

it('has nothing to choose before the provider has said both names', async () => {
  const agent = await api.agent({ displayName: 'Claire Lemoine' })
  expect((await agent.get('/me/profile')).json()).toMatchObject({
    nameChoice: 'unknown',
    providedName: 'Claire Lemoine',
  })
  expect((await agent.put('/me/name', { displayName: 'Claire Lemoine' })).statusCode).toBe(422)
  expect((await agent.put('/me/name', { displayName: null })).json().displayName).toBe('Claire Lemoine')
})

it('is switched off by the operator', async () => {
  const strict = await createTestApi({ NAME_CHOICE: 'off' })
  try {
    const agent = await alexandra(strict)
    expect((await agent.get('/me/profile')).json().nameChoice).toBe('switched_off')
    const response = await agent.put('/me/name', { displayName: 'Alex Petit' })
    expect([response.statusCode, response.json().code]).toEqual([403, 'forbidden'])
  } finally {
    await strict.close()
  }
})
