import { expect } from 'vitest'
import type { TestApi } from './test-api.ts'

/** Collects the ids of one kind of event from now on; `until` waits for those that a test expects. */
export function heard(api: Pick<TestApi, 'events'>, kind: string) {
  const ids: (string | null)[] = []
  api.events.subscribe(kind, (id) => ids.push(id))
  return {
    ids,
    until: (...wanted: (string | null)[]) =>
      expect.poll(() => wanted.filter((id) => !ids.includes(id)), { interval: 5, timeout: 5000 }).toEqual([]),
  }
}
