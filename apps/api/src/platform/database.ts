import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client.ts'
import { createPipeline, type Pipeline } from './pipeline.ts'

export type Prisma = PrismaClient

/** A pool serves Prisma and statements of their own; the short ones of nearly every request go through the pipeline. */
export interface Database {
  readonly prisma: PrismaClient
  readonly pool: pg.Pool
  readonly pipeline: Pipeline
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Opens no connection yet. `onIdleError` hears of connections lost while idle (the server went away). */
export function createDatabase(url: string, poolSize: number, onIdleError: (error: Error) => void): Database {
  const connection = { connectionString: url, connectionTimeoutMillis: 5000, keepAlive: true }
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    // @prisma/adapter-pg reads and writes instants without their offset, as if the connection's time zone were UTC.
    // oxlint-disable-next-line typescript/no-misused-promises -- pg-pool waits for it, though its types do not say so
    onConnect: (client) => client.query(`set time zone 'UTC'`),
  })
  pool.on('error', onIdleError)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const pipeline = createPipeline(connection, onIdleError)
  return {
    prisma,
    pool,
    pipeline,
    async ping() {
      await pool.query('select 1')
    },
    async close() {
      await pipeline.close()
      await prisma.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}
