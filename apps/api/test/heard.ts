import { expect } from 'vitest'
import type { Events } from '../src/platform/events.ts'

/** Collects the ids of one kind of event from now on; `until` waits for those that a test expects. */
export function heard({ events }: { readonly events: Events }, kind: string) {
  const ids: (string | null)[] = []
  events.subscribe(kind, (id) => ids.push(id))
  return {
    ids,
    until: (...wanted: (string | null)[]) =>
      expect.poll(() => wanted.filter((id) => !ids.includes(id)), { interval: 5, timeout: 10_000 }).toEqual([]),
  }
}

/** Resolves when the listening connection stands: from then on no signal is missed. */
export async function listening(events: Events): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  // Null, when the connection comes after this; its own signal, when it came before.
  const unsubscribe = events.subscribe('listening', () => resolve())
  await events.publish('listening:now')
  await promise
  unsubscribe()
}
