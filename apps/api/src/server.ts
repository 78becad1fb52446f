import { resolve } from 'node:path'
import { buildApp } from './app.ts'
import { ConfigError, parseConfig } from './config.ts'
import { createDatabase } from './platform/database.ts'
import { createEvents } from './platform/events.ts'
import { createLivekitSfu } from './platform/livekit-sfu.ts'
import { applyMigrations } from './platform/migrations.ts'

const shutdownMilliseconds = 8000

function readConfig() {
  try {
    return parseConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(78) // EX_CONFIG, sysexits.h
  }
}

const config = readConfig()
const migrationsDir = config.database.migrationsDir ?? resolve(import.meta.dirname, '../../../prisma/migrations')
await applyMigrations(config.database.url, migrationsDir)

const database = createDatabase(config.database.url, config.database.poolSize, (error) =>
  app.log.warn({ err: error }, 'database connection lost'),
)
const events = createEvents(database.pool, config.database.listenUrl, (error) =>
  app.log.warn({ err: error }, 'listening connection lost'),
)
const app = await buildApp({ config, database, events, sfu: createLivekitSfu(config.livekit) })

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), shutdownMilliseconds).unref()
  await app.close()
  await events.close()
  await database.close()
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

await app.listen({ host: config.host, port: config.port })
