import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { extname, join } from 'node:path'
import { buildApp } from './app.ts'
import { ConfigError, parseConfig } from './config.ts'
import { createDatabase } from './platform/database.ts'
import { createEvents } from './platform/events.ts'
import { createLivekitSfu } from './platform/livekit-sfu.ts'

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

/** Runs migrate.ts beside this file to its end. */
async function migrate() {
  const script = join(import.meta.dirname, `migrate${extname(import.meta.filename)}`)
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) process.exit(1)
}

const config = readConfig()
await migrate()

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
