import { ConfigError, parseConfig } from './config.ts'
import { applyMigrations, migrationsDir } from './platform/migrations.ts'

// A process of its own: the schema engine takes 60 MB that the server would keep.
try {
  const { database } = parseConfig(process.env)
  await applyMigrations(database.url, database.migrationsDir ?? migrationsDir)
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`)
  process.exitCode = error instanceof ConfigError ? 78 : 1 // EX_CONFIG, sysexits.h
}
// The engine leaves the timer of its own lock behind, which would keep this process, and the start, for 10 s more.
process.exit()
