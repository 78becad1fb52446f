import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

// Any number will do, as long as every copy uses the same one.
const advisoryLock = 7_315_209

/** Where the migrations are in a checkout, from the sources and from the bundle in `dist` alike. */
export const migrationsDir = resolve(
  import.meta.dirname,
  import.meta.dirname.endsWith('dist') ? '../../../prisma/migrations' : '../../../../prisma/migrations',
)

async function readMigrations(dir: string) {
  const lockfile = await readFile(join(dir, 'migration_lock.toml'), 'utf8').catch(() => null)
  const names = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((e) => e.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(dir, name, 'migration.sql'), 'utf8') },
      },
    })),
  )
  return {
    baseDir: dir,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}

/**
 * Applies the migrations of `prisma/migrations` that the database lacks, by Prisma's own schema engine as WebAssembly, so
 * that no engine is downloaded. Safe to run twice and from several processes at once. Returns the names applied.
 */
export async function applyMigrations(databaseUrl: string, dir: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 })
  const lock = await pool.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [advisoryLock])
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(dir),
      filters: { externalTables: [], externalEnums: [] },
    })
    engine.free()
    return appliedMigrationNames
  } finally {
    // Ends the lock's connection too, and with it the lock.
    lock.release(true)
    await pool.end()
  }
}
