import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client.ts'
import { createPipeline, type Pipeline, plannedOnce } from './pipeline.ts'

export type Prisma = PrismaClient

/**
 * A pool serves Prisma and statements of their own; a second one those with a name, which a connection plans once for all
 * values; the short ones of nearly every request go through the pipeline.
 */
export interface Database {
  readonly prisma: PrismaClient
  readonly pool: pg.Pool
  readonly prepared: pg.Pool
  readonly pipeline: Pipeline
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

// @prisma/adapter-pg reads and writes instants without their offset, as if the connection's time zone were UTC.
const inUtc = `set time zone 'UTC'`

/** Opens no connection yet. `onIdleError` hears of connections lost while idle (the server went away). */
export function createDatabase(url: string, poolSize: number, onIdleError: (error: Error) => void): Database {
  const connection = { connectionString: url, connectionTimeoutMillis: 5000, keepAlive: true }
  function createPool(max: number, settings: string) {
    // oxlint-disable-next-line typescript/no-misused-promises -- pg-pool waits for it, though its types do not say so
    const pool = new pg.Pool({ ...connection, max, onConnect: (client) => client.query(settings) })
    pool.on('error', onIdleError)
    // Of one that is lent out the pool does not hear: its holder learns of it by the next statement, and without this the
    // process would end.
    pool.on('connect', (client) => client.on('error', () => {}))
    return pool
  }
  const pool = createPool(Math.ceil(poolSize / 2), inUtc)
  const prepared = createPool(Math.floor(poolSize / 2), `${inUtc}; ${plannedOnce}`)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const pipeline = createPipeline(connection, onIdleError)
  return {
    prisma,
    pool,
    prepared,
    pipeline,
    async ping() {
      await pool.query('select 1')
    },
    async close() {
      await pipeline.close()
      await prisma.$disconnect()
      for (const each of [pool, prepared]) if (!each.ended) await each.end()
    },
  }
}
