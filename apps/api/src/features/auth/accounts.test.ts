import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type HostileIssuer, startHostileIssuer } from '../../../test/hostile-issuer.ts'
import { signIn, trusting } from '../../../test/sign-in.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { nameKey } from '../../platform/name-keys.ts'
import type { OidcIdentity } from '../../platform/oidc-claims.ts'
import { createAccounts } from './accounts.ts'

let issuer: HostileIssuer
let api: TestApi
beforeAll(async () => {
  issuer = await startHostileIssuer()
  api = await createTestApi({
    ...trusting(issuer),
    OIDC_ADMIN_ROLE: 'visavis-admin',
    INITIAL_ADMIN_EMAILS: 'Chief@numerique.example second@numerique.example',
  })
})
afterEach(async () => {
  await api.database.prisma.user.deleteMany()
})
afterAll(async () => {
  await api.close()
  await issuer.stop()
})

const chief: OidcIdentity = {
  issuer: 'https://login.example',
  subject: 'chief',
  email: 'chief@numerique.example',
  isEmailVerified: true,
  givenName: 'Anne',
  usualName: 'Roche',
  uid: null,
  siret: null,
  idpId: null,
  organizationLabel: null,
  roles: [],
}

/** Signs in as somebody with these claims, and answers with the account. */
async function accountOf(sub: string, claims: Record<string, unknown> = {}) {
  const browser = api.guest()
  const response = await signIn(browser, issuer, { idToken: { sub }, userinfo: { sub, ...claims } })
  if (response.statusCode !== 302) throw new Error(response.body)
  return api.database.prisma.user.findFirstOrThrow({ where: { subject: sub } })
}

describe('an account', () => {
  test('is the same at the next sign-in, with what the provider says now', async () => {
    const first = await accountOf('claire')
    expect(first).toMatchObject({
      issuer: issuer.issuer,
      email: 'claire.lemoine@numerique.example',
      displayName: 'Claire Lemoine',
      organization: 'Direction du numérique',
      siret: '11000000000017',
      idpId: 'idp-1',
      role: 'AGENT',
    })
    const next = await accountOf('claire', { usual_name: 'Durand', email: 'claire.durand@numerique.example' })
    expect(next).toMatchObject({
      id: first.id,
      displayName: 'Claire Durand',
      nameKey: nameKey('Claire Durand'),
      email: 'claire.durand@numerique.example',
    })
  })

  test('is another for the same e-mail under a new subject, without the first one’s rooms', async () => {
    const first = await accountOf('claire')
    await api.database.prisma.room.create({ data: { slug: 'abc-defg-hij', name: 'Mine', ownerId: first.id } })
    const second = await accountOf('claire-elsewhere')
    expect(second.email).toBe(first.email)
    expect(second.id).not.toBe(first.id)
    expect(await api.database.prisma.room.count({ where: { ownerId: second.id } })).toBe(0)
  })

  test('of two first sign-ins at once is one', async () => {
    const [one, other] = await Promise.all([accountOf('claire'), accountOf('claire')])
    expect(one.id).toBe(other.id)
  })

  test('has a name that cannot deceive, and the e-mail for one where there is none', async () => {
    const deceptive = await accountOf('a', { given_name: 'Anne\u202e\u200b', usual_name: `R${'o'.repeat(200)}` })
    expect(deceptive.displayName).toBe(`Anne R${'o'.repeat(54)}`)
    const nameless = await accountOf('b', { given_name: undefined, usual_name: null })
    expect(nameless.displayName).toBe('claire.lemoine@numerique.example')
  })

  test('keeps the name that was chosen for as long as the provider’s allows it', async () => {
    const { id } = await accountOf('claire', { given_name: 'Claire Anne' })
    const chosen = { chosenName: 'Anne Lemoine', displayName: 'Anne Lemoine', nameKey: nameKey('Anne Lemoine') }
    await api.database.prisma.user.update({ where: { id }, data: chosen })
    expect(await accountOf('claire', { given_name: 'Claire Anne' })).toMatchObject({
      ...chosen,
      givenName: 'Claire Anne',
    })
    const renamed = await accountOf('claire', { given_name: 'Claire Anne', usual_name: 'Durand' })
    const shown = { chosenName: null, displayName: 'Claire Anne Durand', nameKey: nameKey('Claire Anne Durand') }
    expect(renamed).toMatchObject({ id, usualName: 'Durand', ...shown })
    expect(await accountOf('claire', { given_name: 'Claire Anne' })).toMatchObject({ chosenName: null })
  })

  test('has the provider’s name where the operator lets nobody choose', async () => {
    const strict = await createTestApi({ ...trusting(issuer), NAME_CHOICE: 'off' })
    try {
      await signIn(strict.guest(), issuer)
      await strict.database.prisma.user.updateMany({ data: { chosenName: 'C. Lemoine', displayName: 'C. Lemoine' } })
      await signIn(strict.guest(), issuer)
      const accounts = await strict.database.prisma.user.findMany()
      expect(accounts).toMatchObject([{ displayName: 'Claire Lemoine', chosenName: null }])
    } finally {
      await strict.close()
    }
  })

  test('that is disabled gets nobody in, whatever the provider says', async () => {
    const { id } = await accountOf('claire')
    await api.database.prisma.user.update({ where: { id }, data: { disabledAt: new Date() } })
    const browser = api.guest()
    const response = await signIn(browser, issuer, { userinfo: { roles: ['visavis-admin'] } })
    expect([response.statusCode, response.json().code]).toEqual([403, 'account_disabled'])
    expect((await browser.get('/me')).json()).toEqual({ agent: null })
    const refusal = await api.database.prisma.auditEvent.findFirst({ where: { action: 'login.refused', actorId: id } })
    expect(refusal?.details).toEqual({ reason: 'account_disabled' })
  })
})

describe('an administrator', () => {
  test('is made by the role that is configured', async () => {
    expect((await accountOf('claire', { roles: ['agent_public'] })).role).toBe('AGENT')
    expect((await accountOf('claire', { roles: ['agent_public', 'visavis-admin'] })).role).toBe('ADMIN')
  })

  test('is made by an initial e-mail, each on the list', async () => {
    expect((await accountOf('chief', { email: 'chief@numerique.example' })).role).toBe('ADMIN')
    expect((await accountOf('second', { email: 'SECOND@numerique.example' })).role).toBe('ADMIN')
    expect((await accountOf('other')).role).toBe('AGENT')
  })

  test('is not made by an e-mail that the provider has not verified', async () => {
    const claims = { email: 'chief@numerique.example', email_verified: false }
    expect((await accountOf('chief', claims)).role).toBe('AGENT')
  })

  test('is not made by the same e-mail from another identity provider', async () => {
    await accountOf('chief', { email: 'chief@numerique.example' })
    expect((await accountOf('impostor', { email: 'chief@numerique.example' })).role).toBe('AGENT')
  })

  test('is made once when several come with that e-mail at the same moment', async () => {
    const enter = createAccounts({
      prisma: api.database.prisma,
      adminRole: undefined,
      nameChoice: true,
      accountKey: () => '',
      initialAdminEmails: ['chief@numerique.example'],
      invitations: { take: async () => [], tell: async () => {} },
    })
    const subjects = ['one', 'two', 'three', 'four']
    const accounts = await Promise.all(subjects.map((subject) => enter({ ...chief, subject })))
    expect(accounts.map(({ role }) => role).sort()).toEqual(['ADMIN', 'AGENT', 'AGENT', 'AGENT'])
  })

  test('who lost the role in the users list does not get it back by e-mail', async () => {
    await accountOf('second', { email: 'second@numerique.example' })
    const { id } = await accountOf('chief', { email: 'chief@numerique.example' })
    await api.database.prisma.user.update({ where: { id }, data: { role: 'AGENT' } })
    expect((await accountOf('chief', { email: 'chief@numerique.example' })).role).toBe('AGENT')
  })
})
