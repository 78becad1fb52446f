import type { Person } from '../fixtures/people.ts'
import type { Product } from '../fixtures/product.ts'
import { makeRoom } from '../fixtures/rooms.ts'

/** Names, and how many days ago at what time each was last used; null for one that never was. */
const others = [
  { name: 'Bureau de Claire', lastUsed: { days: 1, time: '14:30' } },
  { name: 'Comité RH', lastUsed: { days: 4, time: '10:00' } },
  { name: 'Atelier accessibilité', lastUsed: { days: 10, time: '09:30' } },
  { name: 'Jury de recrutement', lastUsed: null },
]

/** Lists begin with what was touched last; a room is touched when it is made, and by each call. */
const touch = `update "Room" set "touchedAt" = used.at, "lastUsedAt" = case when $4 then used.at end
  from (select (current_date - $2::int + $3::time) at time zone 'Europe/Paris' as at) used where slug = $1`

/** Makes the rooms that an agent has after some weeks, and returns the one where today's meeting is. */
export async function makeRoomsOf(owner: Person, { query }: Pick<Product, 'query'>) {
  for (const { name, lastUsed } of others) {
    const { slug } = await makeRoom(owner, { name, accessLevel: name.startsWith('Comité') ? 'restricted' : 'trusted' })
    const { days, time } = lastUsed ?? { days: 20, time: '10:00' }
    await query(touch, [slug, days, time, lastUsed !== null])
  }
  return await makeRoom(owner, { name: 'Point hebdo – Numérique' })
}
