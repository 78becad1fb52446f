import { getSettings, settingsSchema, updateSettings } from '@visavis/contracts'
import { beforeEach, expect, test } from 'vitest'
import { answer, mockApi, problemResponse } from '../test/mock-api.ts'
import { sampleAgent } from '../test/samples.ts'
import { me } from './me.ts'
import { createSettings } from './settings.ts'
import { remember } from './storage.ts'

const defaults = settingsSchema.parse({})
const silent = { ...defaults, notifications: { ...defaults.notifications, sounds: false } }

beforeEach(() => remember('settings', null))

test('a guest’s settings stay in this browser, and nobody is asked', async () => {
  me.learn(null)
  const api = mockApi()
  const before = createSettings()
  await before.load()
  await before.update({ notifications: { sounds: false } })
  expect(createSettings().get()).toEqual(silent)
  expect(api.asked(updateSettings)).toEqual([])
})

test('an agent’s settings are the server’s', async () => {
  me.learn(sampleAgent)
  const api = mockApi()
  api.on(getSettings, () => answer(getSettings, silent))
  api.on(updateSettings, () => answer(updateSettings, defaults))
  const settings = createSettings()
  await settings.load()
  expect(settings.get()).toEqual(silent)
  await settings.update({ accessibility: { reduceMotion: true } })
  expect(api.asked(updateSettings)).toMatchObject([{ body: { accessibility: { reduceMotion: true } } }])
})

test('a change holds at once, and survives the server’s answer to an earlier question', async () => {
  me.learn(sampleAgent)
  const api = mockApi()
  const { promise, resolve } = Promise.withResolvers<Response>()
  api.on(getSettings, () => promise)
  api.on(updateSettings, () => answer(updateSettings, silent))
  const settings = createSettings()
  const updated = settings.update({ notifications: { sounds: false } })
  expect(settings.get()).toEqual(silent)
  resolve(answer(getSettings, { ...defaults, general: { language: 'fr', timeZone: null } }))
  await updated
  expect(settings.get()).toEqual({ ...silent, general: { language: 'fr', timeZone: null } })
})

test('where the server does not answer, a change holds in this browser, and one is told', async () => {
  me.learn(sampleAgent)
  const api = mockApi()
  api.on(getSettings, () => problemResponse('database_unavailable'))
  api.on(updateSettings, () => problemResponse('database_unavailable'))
  const settings = createSettings()
  await expect(settings.update({ notifications: { sounds: false } })).rejects.toThrow()
  expect(settings.get()).toEqual(silent)
  expect(createSettings().get()).toEqual(silent)
})

test('what was stored and makes no sense is as if nothing was', () => {
  remember('settings', '{')
  expect(createSettings().get()).toEqual(defaults)
})
