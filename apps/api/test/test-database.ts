import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

async function onServer(sql: string) {
  const url = new URL(inject('templateUrl'))
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(sql)
  await client.end()
}

interface TestDatabase {
  readonly url: string
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>
}

async function createFrom(template: string): Promise<TestDatabase> {
  const url = new URL(inject('templateUrl'))
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(`create database ${name} template ${template}`)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) }
}

/** A migrated database of its own for one test file. */
export const createTestDatabase = () => createFrom(new URL(inject('templateUrl')).pathname.slice(1))

/** A database in which nothing is. */
export const createEmptyDatabase = () => createFrom('template0')
