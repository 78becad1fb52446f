import { settingsSchema } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const path = '/me/settings'
const defaults = settingsSchema.parse({})
const settingsOf = async (browser: TestBrowser) => (await browser.get(path)).json()

it('gives the defaults to who has chosen nothing', async () => {
  expect(await settingsOf(await api.agent())).toEqual(defaults)
})

it('changes what is asked for and nothing else, for this agent alone', async () => {
  const [claire, karim] = [await api.agent(), await api.agent()]
  await claire.patch(path, { general: { language: 'fr' } })
  const answer = await claire.patch(path, { notifications: { sounds: false } })
  const expected = {
    ...defaults,
    notifications: { ...defaults.notifications, sounds: false },
    general: { language: 'fr', timeZone: null },
  }
  expect(answer.json()).toEqual(expected)
  expect(await settingsOf(claire)).toEqual(expected)
  expect(await settingsOf(karim)).toEqual(defaults)
})

it('loses nothing when two devices change something at the same time', async () => {
  const claire = await api.agent()
  await Promise.all([
    claire.patch(path, { notifications: { sounds: false } }),
    claire.patch(path, { notifications: { joinLeave: false } }),
    claire.patch(path, { accessibility: { reduceMotion: true } }),
  ])
  expect(await settingsOf(claire)).toMatchObject({
    notifications: { sounds: false, joinLeave: false },
    accessibility: { reduceMotion: true },
  })
})

it.each([{ theme: 'dark' }, { notifications: { smell: true } }, { notifications: { sounds: 'no' } }])(
  'refuses %j',
  async (change) => {
    const claire = await api.agent()
    expect((await claire.patch(path, change)).statusCode).toBe(400)
    expect(await settingsOf(claire)).toEqual(defaults)
  },
)

it('reads what another version has stored', async () => {
  const claire = await api.agent()
  const settings = { notifications: { sounds: false, joinLeave: 'perhaps' }, removed: { since: true } }
  await api.database.prisma.user.update({ where: { id: claire.user.id }, data: { settings } })
  const notifications = { ...defaults.notifications, sounds: false }
  expect(await settingsOf(claire)).toEqual({ ...defaults, notifications })
})
