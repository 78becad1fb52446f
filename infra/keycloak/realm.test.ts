import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../settings.ts'

interface Mapper {
  protocolMapper: string
  config: Record<string, string>
}

const file = join(import.meta.dirname, 'visavis-realm.json')
const text = readFileSync(file, 'utf8')
const realm = JSON.parse(text)
const [client] = realm.clients
const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')).services
const app: Record<string, string> = compose.app.environment

describe('the Keycloak realm', () => {
  it('is the one, with the client, that the API is told of', () => {
    expect(app['OIDC_ISSUER']).toMatch(new RegExp(`/realms/${realm.realm}$`))
    expect(client).toMatchObject({
      clientId: app['OIDC_CLIENT_ID'],
      publicClient: false,
      standardFlowEnabled: true,
      implicitFlowEnabled: false,
      directAccessGrantsEnabled: false,
      redirectUris: ['${VISAVIS_URL}/api/v1/auth/callback'],
      attributes: { 'post.logout.redirect.uris': '${VISAVIS_URL}/', 'pkce.code.challenge.method': 'S256' },
    })
    expect(realm.roles.realm.map(({ name }: { name: string }) => name)).toEqual([app['OIDC_ADMIN_ROLE']])
  })

  it('puts the claims that the API reads into userinfo, under ProConnect’s names', () => {
    const mappers: Mapper[] = client.protocolMappers
    const claims = mappers.filter(({ config }) => config['userinfo.token.claim'] === 'true')
    expect(claims.map(({ config }) => config['claim.name'])).toEqual([
      'given_name',
      'usual_name',
      'email',
      'uid',
      'roles',
    ])
    expect(app['OIDC_USERINFO_FORMAT']).toBe('json')
  })

  it('asks every account for a second factor', () => {
    expect(realm.requiredActions).toContainEqual(
      expect.objectContaining({ alias: 'CONFIGURE_TOTP', enabled: true, defaultAction: true }),
    )
  })

  it('holds no secret and no account: what it lacks, Compose hands it', () => {
    const placeholders = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? '')
    expect(Object.keys(compose.keycloak.environment)).toEqual(expect.arrayContaining(placeholders))
    expect(client.secret).toBe('${VISAVIS_CLIENT_SECRET}')
    expect(realm.users).toBeUndefined()
  })
})
