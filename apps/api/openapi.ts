// Writes openapi.json, which is committed, from the routes as they are registered.
//   node apps/api/openapi.ts
import { writeFileSync } from 'node:fs'
import { buildApp } from './src/app.ts'
import { parseConfig } from './src/config.ts'
import { createDatabase } from './src/platform/database.ts'
import { createLivekitSfu } from './src/platform/livekit-sfu.ts'

// Nothing of this is reached: routes are registered, and nobody calls them.
const config = parseConfig({
  PUBLIC_URL: 'http://localhost:8080',
  DATABASE_URL: 'postgresql://localhost/nothing',
  SESSION_SECRET: 'x'.repeat(32),
  LIVEKIT_URL: 'http://localhost:7880',
  LIVEKIT_API_KEY: 'nobody',
  LIVEKIT_API_SECRET: 'x'.repeat(32),
  OIDC_ISSUER: 'http://localhost:9080/api/v2',
  OIDC_CLIENT_ID: 'nobody',
  OIDC_CLIENT_SECRET: 'nothing',
  LOG_LEVEL: 'silent',
})
const database = createDatabase(config.database.url, 2, () => {})
const events = { publish: async () => {}, subscribe: () => () => {}, close: async () => {} }
const app = await buildApp({ config, database, events, sfu: createLivekitSfu(config.livekit) })
await app.ready()
writeFileSync(new URL('openapi.json', import.meta.url), `${JSON.stringify(app.swagger(), null, 2)}\n`)
await app.close()
await database.close()
