import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { heard, listening } from '../../test/heard.ts'
import { createTestDatabase } from '../../test/test-database.ts'
import { createDatabase, type Database } from './database.ts'
import { createEvents, type Events } from './events.ts'

let database: Database
let copies: [Events, Events]
let drop: () => Promise<void>
const onError = vi.fn<(error: unknown) => void>()
beforeEach(async () => {
  const test = await createTestDatabase()
  drop = test.drop
  database = createDatabase(test.url, 5, () => {})
  const create = () => createEvents(database.pool, test.url, onError)
  copies = [create(), create()]
  for (const events of copies) await listening(events)
})
afterEach(async () => {
  for (const events of copies) await events.close()
  await database.close()
  await drop()
})

const dropListeners = () =>
  database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query like 'listen%' and pid <> pg_backend_pid()`,
  )

it('tells every copy, and only those who asked for the kind', async () => {
  const [one, other] = copies
  const [rooms, lobbies] = [heard({ events: other }, 'room'), heard({ events: other }, 'lobby')]
  await one.publish('room:1')
  await one.publish('lobby:a:b')
  await lobbies.until('a:b')
  expect(rooms.ids).toEqual(['1'])
  const unsubscribed = vi.fn<(id: string | null) => void>()
  other.subscribe('room', unsubscribed)()
  await one.publish('room:2')
  await rooms.until('2')
  expect(unsubscribed).not.toHaveBeenCalled()
})

it('comes back by itself from a dropped connection, and says that signals may have been missed', async () => {
  const [one, other] = copies
  const [own, rooms] = [heard({ events: one }, 'room'), heard({ events: other }, 'room')]
  const losses = () => [own, rooms].map(({ ids }) => ids.filter((id) => id === null).length)
  for (let round = 1; round <= 2; round++) {
    const { rowCount } = await dropListeners()
    expect(rowCount).toBe(2)
    await expect.poll(losses, { interval: 5, timeout: 5000 }).toEqual([round, round])
    await one.publish(`room:${round}`)
    await rooms.until(String(round))
  }
  expect(onError).toHaveBeenCalled()
})

it('says so to somebody who listens before the first connection stands', async () => {
  const early = createEvents(database.pool, database.pool.options.connectionString ?? '', onError)
  const rooms = heard({ events: early }, 'room')
  await rooms.until(null)
  expect(rooms.ids).toEqual([null])
  await early.close()
})

it('closes while the database is away', async () => {
  const lost = createEvents(database.pool, 'postgresql://nobody@127.0.0.1:1/nothing', onError)
  await expect.poll(() => onError.mock.calls.length, { interval: 5, timeout: 5000 }).toBeGreaterThan(0)
  await lost.close()
})
