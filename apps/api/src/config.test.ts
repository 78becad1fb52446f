import { expect, it } from 'vitest'
import { testEnvironment } from '../test/test-api.ts'
import { ConfigError, parseConfig } from './config.ts'

function faultsOf(env: Record<string, string | undefined>): string {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('there was no fault')
}

const namesIn = (message: string) =>
  [...message.matchAll(/^ {2}([A-Z_]+)/gm)].map(([, name = '']) => name).toSorted((a, b) => a.localeCompare(b))

it('reads what is needed and has a default for the rest', () => {
  const config = parseConfig(testEnvironment)
  expect(config).toMatchObject({
    secure: false,
    port: 8080,
    trustedProxies: [],
    allowedAccessLevels: ['open', 'trusted', 'restricted'],
    session: { maxAgeSeconds: 43_200 },
    oidc: { userinfoFormat: 'jwt', claims: { usualName: 'usual_name' } },
  })
  expect(config.database.listenUrl).toBe(config.database.url)
})

it('names every missing variable at once', () => {
  expect(namesIn(faultsOf({}))).toEqual([
    'DATABASE_URL',
    'LIVEKIT_API_KEY',
    'LIVEKIT_API_SECRET',
    'LIVEKIT_URL',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_ISSUER',
    'PUBLIC_URL',
    'SESSION_SECRET',
  ])
})

it('takes an empty variable for a missing one', () => {
  const message = faultsOf({ ...testEnvironment, SESSION_SECRET: '', PUBLIC_URL: '' })
  expect(message).toContain('SESSION_SECRET: is missing')
  expect(message).toContain('PUBLIC_URL: is missing')
})

const wrong = {
  PUBLIC_URL: 'ftp://wrong-value',
  PORT: '99999',
  TRUSTED_PROXIES: '10.0.0.0/99',
  DATABASE_URL: 'mysql://u:wrong-value@h/d',
  DATABASE_POOL_SIZE: '1',
  SESSION_SECRET: 'wrong-value',
  LIVEKIT_API_SECRET: 'wrong-value',
  OIDC_ISSUER: 'wrong-value',
  OIDC_CLAIMS: '{"wrong-value"',
  OIDC_USERINFO_FORMAT: 'wrong-value',
  ALLOWED_ACCESS_LEVELS: 'open wrong-value',
  RATE_LIMITS: '{"joinPerSession":{"points":0,"seconds":60}}',
  LOG_LEVEL: 'wrong-value',
  LEGAL_NOTICE: '{"fr":"wrong-value"}',
}

it('names every wrong variable at once, what it should be, and never what it is', () => {
  const message = faultsOf({ ...testEnvironment, ...wrong })
  expect(new Set(namesIn(message))).toEqual(new Set(Object.keys(wrong)))
  expect(message).not.toContain('wrong-value')
  expect(message).toContain('RATE_LIMITS (joinPerSession.points)')
  expect(message).toContain('SESSION_SECRET: must have at least 32 characters')
  expect(message).toContain('DATABASE_URL: must be a postgresql:// URL')
})

it.each([
  ['RATE_LIMITS', '{"joinPerMoon":{"points":1,"seconds":1}}'],
  ['OIDC_CLAIMS', '{"surname":"sn"}'],
  ['ALLOWED_ACCESS_LEVELS', ' , '],
])('does not overlook a misspelt or empty %s', (name, value) => {
  expect(namesIn(faultsOf({ ...testEnvironment, [name]: value }))).toEqual([name])
})

it('wants to know the proxy that speaks https', () => {
  const https = { ...testEnvironment, PUBLIC_URL: 'https://visio.example' }
  expect(faultsOf(https)).toContain('TRUSTED_PROXIES: must name the proxy')
  expect(parseConfig({ ...https, TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 ::1' })).toMatchObject({
    secure: true,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1'],
  })
})

it('raises one limit and leaves the others', () => {
  const { rateLimits } = parseConfig({ ...testEnvironment, RATE_LIMITS: '{"joinPerAddress":{"points":9,"seconds":1}}' })
  expect(rateLimits.joinPerAddress).toEqual({ points: 9, seconds: 1 })
  expect(rateLimits.joinPerSession).toEqual(parseConfig(testEnvironment).rateLimits.joinPerSession)
})
