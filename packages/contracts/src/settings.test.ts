import { expect, test } from 'vitest'
import { changeSettings, settingsChangeSchema, settingsSchema } from './settings.ts'

const defaults = settingsSchema.parse({})

test('what an older or newer version has written is read field by field', () => {
  for (const nothing of [null, undefined, 'x', [], { notifications: 'x' }]) {
    expect(settingsSchema.parse(nothing)).toEqual(defaults)
  }
  const stored = {
    notifications: { sounds: false, joinLeave: 'x', later: true },
    video: { send: '180p', receive: '4320p' },
    later: {},
    general: { language: 'x', timeZone: 'Mars/Phobos' },
  }
  const notifications = { ...defaults.notifications, sounds: false }
  const video = { send: '180p', receive: 'auto' }
  expect(settingsSchema.parse(stored)).toEqual({ ...defaults, notifications, video })
})

test('every setting can be changed, by itself', () => {
  for (const [section, fields] of Object.entries(defaults)) {
    for (const [name, value] of Object.entries(fields)) {
      const texts = { language: 'fr', timeZone: 'Europe/Paris', send: '360p', receive: '360p' }
      const other = typeof value === 'boolean' ? !value : texts[name as keyof typeof texts]
      const changed = changeSettings(defaults, settingsChangeSchema.parse({ [section]: { [name]: other } }))
      expect(changed).toEqual({ ...defaults, [section]: { ...fields, [name]: other } })
    }
  }
})

test('a change of what there is not is refused', () => {
  for (const change of [
    { sound: {} },
    { video: { send: '1080p' } },
    { general: { theme: 'dark' } },
    { general: { timeZone: 'Europe/Nowhere' } },
    { general: { timeZone: '+02:00' } },
    { notifications: { sounds: 1 } },
  ]) {
    expect(settingsChangeSchema.safeParse(change).success).toBe(false)
  }
})
