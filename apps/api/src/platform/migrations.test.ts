import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diffSchemas } from '../../../../prisma/diff.ts'
import { createEmptyDatabase } from '../../test/test-database.ts'
import { applyMigrations, migrationsDir } from './migrations.ts'

const databases: Awaited<ReturnType<typeof createEmptyDatabase>>[] = []
let names: string[]
beforeAll(async () => {
  const entries = await readdir(migrationsDir, { withFileTypes: true })
  names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
})
afterAll(async () => {
  for (const database of databases) await database.drop()
})

async function emptyDatabase(): Promise<string> {
  const database = await createEmptyDatabase()
  databases.push(database)
  return database.url
}

async function onDatabase<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** What a database is made of, in words that do not depend on how it came about. */
async function catalogOf(url: string): Promise<string[]> {
  const rows = await onDatabase<{ line: string }>(
    url,
    `select concat_ws(' ', 'column', table_name, column_name, data_type, udt_name, character_maximum_length,
        datetime_precision, is_nullable, column_default) as line
       from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
     union all select 'index ' || indexdef from pg_indexes
       where schemaname = 'public' and tablename <> '_prisma_migrations'
     union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
       from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> coalesce(to_regclass('_prisma_migrations'), 0)
     union all select concat_ws(' ', 'enum', typname, enumsortorder, enumlabel)
       from pg_enum join pg_type on pg_type.oid = enumtypid
     union all select 'extension ' || extname from pg_extension
     order by line`,
  )
  return rows.map(({ line }) => line)
}

it('applies every migration once, and nothing the second time', async () => {
  const url = await emptyDatabase()
  expect(await applyMigrations(url, migrationsDir)).toEqual(names)
  expect(await applyMigrations(url, migrationsDir)).toEqual([])
})

it('lets two who start at once apply them once', async () => {
  const url = await emptyDatabase()
  const applied = await Promise.all([applyMigrations(url, migrationsDir), applyMigrations(url, migrationsDir)])
  expect(applied.flat()).toEqual(names)
  const rows = await onDatabase<{ migration_name: string }>(
    url,
    'select migration_name from _prisma_migrations where finished_at is not null order by 1',
  )
  expect(rows.map(({ migration_name }) => migration_name)).toEqual(names)
})

it('makes by migrations what the schema says', async () => {
  const [migrated, fromSchema] = [await emptyDatabase(), await emptyDatabase()]
  await applyMigrations(migrated, migrationsDir)
  const schema = await readFile(join(migrationsDir, '../schema.prisma'), 'utf8')
  await onDatabase(fromSchema, await diffSchemas(null, schema))
  const catalog = await catalogOf(migrated)
  expect(catalog.length).toBeGreaterThan(100)
  expect(await catalogOf(fromSchema)).toEqual(catalog)
})
