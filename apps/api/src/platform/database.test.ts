import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase } from '../../test/test-database.ts'
import { createDatabase, type Database } from './database.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  const test = await createTestDatabase()
  drop = test.drop
  // What a server of an administration in Paris is set to, unless somebody thought of it.
  const before = createDatabase(test.url, 2, () => {})
  await before.pool.query(`alter database ${new URL(test.url).pathname.slice(1)} set timezone = 'Europe/Paris'`)
  await before.close()
  database = createDatabase(test.url, 2, () => {})
})
afterAll(async () => {
  await database.close()
  await drop()
})

it('means the same instant as Postgres, whatever time zone the server is set to', async () => {
  const { prisma, pool } = database
  const at = new Date('2026-07-14T10:00:00.123Z')
  const { id } = await prisma.auditEvent.create({ data: { action: 'test', at } })
  const { rows } = await pool.query(`select extract(epoch from at) * 1000 as milliseconds from "AuditEvent"`)
  expect(Number(rows[0].milliseconds)).toBe(at.getTime())
  expect((await prisma.auditEvent.findUniqueOrThrow({ where: { id } })).at).toEqual(at)
  const raw = await prisma.$queryRaw<{ at: Date }[]>`select at from "AuditEvent" where at = ${at}`
  expect(raw).toEqual([{ at }])
  const { rows: now } = await pool.query('select now() as now')
  const created = await prisma.auditEvent.create({ data: { action: 'test' } })
  expect(Math.abs(created.at.getTime() - now[0].now.getTime())).toBeLessThan(60_000)
})

it('outlives the loss of a connection that is lent out, and lends another', async () => {
  for (const pool of [database.pool, database.prepared]) {
    const client = await pool.connect()
    const { promise: lost, resolve } = Promise.withResolvers<void>()
    client.once('end', () => resolve())
    const { rows } = await client.query('select pg_backend_pid() as pid')
    await database.pipeline.query('select pg_terminate_backend($1::int)', [rows[0].pid])
    await lost
    await expect(client.query('select 1')).rejects.toThrow()
    client.release()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  }
})
