import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PORT_VARIABLES, ROOT } from './settings.ts'

const source = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8')
const documented = [...source('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name)

/** Read by infra/ and by the tests, beside the ports. */
const ofInfra = [
  'VISAVIS_DATA',
  'LIVEKIT_NODE_IP',
  'LIVEKIT_SERVER_BIN',
  'LIVEKIT_EMPTY_TIMEOUT',
  'LIVEKIT_DEPARTURE_TIMEOUT',
  'CHROMIUM_PATH',
  'FIREFOX_PATH',
]
/** The keys of the schema in the API's config.ts, the only reader of its environment. */
const ofApi = [...source('apps/api/src/config.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name)

it('describes every variable that is read, once, and no other', () => {
  expect(ofApi.length).toBeGreaterThan(20)
  const known = new Set([...ofApi, ...ofInfra, ...Object.values(PORT_VARIABLES)])
  expect(documented.sort()).toEqual([...known].sort())
})
