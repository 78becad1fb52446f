import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Entry {
  readonly payload: AdapterPayload
  readonly expiresAt: number
}

const maxEntries = 50_000

/** Storage for one provider, in memory: sessions, grants and codes are gone at restart. Expired entries go first, then the oldest. */
export function createMemoryAdapter(): AdapterFactory {
  const entries = new Map<string, Entry>()

  function read(key: string): AdapterPayload | undefined {
    const entry = entries.get(key)
    if (entry && entry.expiresAt > Date.now()) return entry.payload
    entries.delete(key)
    return undefined
  }

  function makeRoom(): void {
    if (entries.size < maxEntries) return
    const now = Date.now()
    for (const [key, entry] of entries) if (entry.expiresAt <= now) entries.delete(key)
    for (const key of entries.keys()) {
      if (entries.size < maxEntries) return
      entries.delete(key)
    }
  }

  return (model): Adapter => ({
    async upsert(id, payload, expiresIn) {
      makeRoom()
      entries.set(`${model}:${id}`, {
        payload,
        expiresAt: expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000,
      })
    },
    async find(id) {
      return read(`${model}:${id}`)
    },
    async findByUid(uid) {
      for (const [key, entry] of entries) {
        if (key.startsWith(`${model}:`) && entry.payload.uid === uid) return read(key)
      }
      return undefined
    },
    async findByUserCode() {
      return undefined
    },
    async consume(id) {
      const payload = read(`${model}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`)
    },
    async revokeByGrantId(grantId) {
      // Of this model alone: a sign-in that is under way carries the grant too, and goes on when the session changes.
      for (const [key, { payload }] of entries) {
        if (key.startsWith(`${model}:`) && payload.grantId === grantId) entries.delete(key)
      }
    },
  })
}
