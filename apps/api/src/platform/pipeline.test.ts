import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase } from '../../test/test-database.ts'
import { createDatabase, type Database } from './database.ts'

let database: Database
let drop: () => Promise<void>
const lost: Error[] = []
beforeAll(async () => {
  const testDatabase = await createTestDatabase()
  drop = testDatabase.drop
  database = createDatabase(testDatabase.url, 2, (error) => lost.push(error))
})
afterAll(async () => {
  await database.close()
  await drop()
})

const connections = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
const double = async (n: number) => {
  const { rows } = await database.pipeline.query<{ answer: number }>('select $1::int * 2 as answer', [n])
  return rows[0]?.answer
}

it('gives each of many statements at once its own answer, over two connections', async () => {
  const numbers = Array.from({ length: 100 }, (_, n) => n)
  expect(await Promise.all(numbers.map(double))).toEqual(numbers.map((n) => n * 2))
  const { rows } = await database.pool.query(`select count(*)::int as count ${connections}`)
  expect(rows).toEqual([{ count: 2 }])
})

it('fails the statement that is wrong and none beside it', async () => {
  const inverse = (n: number) => database.pipeline.query('select 1 / $1::int as answer', [n])
  const results = await Promise.allSettled([inverse(1), inverse(0), inverse(1), inverse(0), double(21)])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
})

it('connects again after the server has ended its connections', async () => {
  await database.pool.query(`select pg_terminate_backend(pid) ${connections}`)
  await expect.poll(() => lost.length).toBe(2)
  expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6])
})
