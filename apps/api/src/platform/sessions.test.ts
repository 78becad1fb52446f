import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { testEnvironment } from '../../test/test-api.ts'
import { createTestDatabase } from '../../test/test-database.ts'
import { parseConfig } from '../config.ts'
import { createDatabase, type Database } from './database.ts'
import { registerSessions } from './sessions.ts'

let app: FastifyInstance
let database: Database
let drop: () => Promise<void>
let begun: PromiseWithResolvers<void>
let go: PromiseWithResolvers<void>
beforeEach(() => {
  begun = Promise.withResolvers()
  go = Promise.withResolvers()
})
beforeAll(async () => {
  const { url, drop: dropIt } = await createTestDatabase()
  drop = dropIt
  database = createDatabase(url, 5, () => {})
  app = Fastify()
  await registerSessions(app, parseConfig(testEnvironment), database)
  app.post('/guest', async (request) => {
    request.session.guestSince ??= 1
    return request.session.guestSince
  })
  app.post('/slow', async (request) => {
    begun.resolve()
    await go.promise
    request.session.guestSince = 2
    return null
  })
  app.post('/end', async (request) => {
    await request.session.destroy()
    return null
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
  await drop()
})

const post = async (url: string, cookie = '') => {
  const { cookies, json, body } = await app.inject({ method: 'POST', url, headers: { cookie } })
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join(), answer: body === '' ? null : json() }
}
const rows = async () => (await database.pool.query('select sess, expire from "session"')).rows

it('keeps what is put into a session, later too, and no longer than it was to last', async () => {
  const { cookie } = await post('/guest')
  await database.pool.query(`update "session" set expire = now() + interval '1 hour'`)
  const [before] = await rows()
  go.resolve()
  await post('/slow', cookie)
  expect((await post('/guest', cookie)).answer).toBe(2)
  const [after, ...others] = await rows()
  expect(others).toEqual([])
  expect(after.expire).toEqual(before.expire)
  expect(Object.keys(after.sess).sort()).toEqual(['cookie', 'guestSince'])
  await post('/end', cookie)
})

it('stays ended: a request that was under way does not bring a session back', async () => {
  const { cookie } = await post('/guest')
  const slow = post('/slow', cookie)
  await begun.promise
  await post('/end', cookie)
  go.resolve()
  await slow
  expect(await rows()).toEqual([])
  expect((await post('/guest', cookie)).cookie).not.toBe(cookie)
})
