import {
  changeSettings,
  getSettings,
  type Settings,
  type SettingsChange,
  settingsSchema,
  updateSettings,
} from '@visavis/contracts'
import { useSyncExternalStore } from 'react'
import { callApi } from './api.ts'
import { me } from './me.ts'
import { remember, remembered } from './storage.ts'

function readStored(): Settings {
  try {
    return settingsSchema.parse(JSON.parse(remembered('settings') ?? '{}'))
  } catch {
    return settingsSchema.parse({})
  }
}

/**
 * How the visitor wants the product to be: an agent's settings are the server's, a guest's this browser's. What was known
 * here last holds until the server has answered, and when it does not.
 */
export function createSettings() {
  let state = readStored()
  let loading: Promise<void> | undefined
  const listeners = new Set<() => void>()

  function set(next: Settings) {
    state = next
    remember('settings', JSON.stringify(next))
    for (const listener of listeners) listener()
  }
  async function ask() {
    try {
      if (await me.load()) set(await callApi(getSettings, {}))
    } catch {
      // The settings last known here hold; the next page asks again.
    }
  }
  function load() {
    loading ??= ask()
    return loading
  }

  return {
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Asks the server once per page; never rejects. */
    load,
    /** Holds at once and in this browser. Rejects when the server could not be told. */
    async update(change: SettingsChange): Promise<void> {
      set(changeSettings(state, change))
      await load()
      set(changeSettings(state, change))
      if (await me.load()) await callApi(updateSettings, { body: change })
    },
  }
}

export const settings = createSettings()

/** The settings; the component renders again when one of them changes. */
export const useSettings = (): Settings => useSyncExternalStore(settings.subscribe, settings.get)
