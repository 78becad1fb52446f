import type { LobbySnapshot } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningPostgres, startTemporaryPostgres } from '../../../infra/postgres.ts'
import { applyMigrations, migrationsDir } from '../src/platform/migrations.ts'
import { readEvents } from './event-reader.ts'
import { join, makeRoom } from './people.ts'
import { createTestApi, type TestApi } from './test-api.ts'

let postgres: RunningPostgres
let api: TestApi
beforeAll(async () => {
  postgres = await startTemporaryPostgres()
  await applyMigrations(postgres.url, migrationsDir)
  api = await createTestApi({ DATABASE_URL: postgres.url })
}, 60_000)
afterAll(async () => {
  await api.close()
  await postgres.stop()
})

const ready = async () => (await api.guest().get('/health/ready')).statusCode

it('answers problems while Postgres is away, and works when it is back, streams included, with no restart', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const stream = await readEvents(api, owner, '/lobby/events')
  await stream.next('lobby')
  expect(await ready()).toBe(200)

  // Tests' Postgres answers before it has written anything down, and is about to lose what it has not.
  await api.database.pool.query('checkpoint')
  await postgres.service.kill('SIGKILL')
  const body = { displayName: 'Paul' }
  for (const response of [
    await owner.get('/me'),
    await owner.get('/rooms'),
    await api.guest().post(`/rooms/${room.slug}/join`, body),
    await api.guest().get('/auth/login'),
  ]) {
    expect(response.headers['content-type']).toMatch('application/problem+json')
    expect(response.json()).toMatchObject({ status: 503, code: 'database_unavailable' })
    expect(response.headers['retry-after']).toBeDefined()
  }
  expect(await ready()).toBe(503)
  expect((await api.guest().get('/health/live')).statusCode).toBe(200)
  expect((await api.guest().get('/config')).statusCode).toBe(200)

  await postgres.service.start()
  expect(await ready()).toBe(200)
  expect((await owner.get('/me')).json().agent.id).toBe(owner.user.id)
  expect((await join(api.guest(), room.slug, body)).outcome).toBe('waiting')
  await stream.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 1)
  // The listening connection is back too: a signal sent now is heard.
  await join(api.guest(), room.slug, { displayName: 'Sonia' })
  await stream.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length > 1)
})
