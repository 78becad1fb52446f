import { startProConnect } from '@visavis/proconnect-local'
import { createBrowser, openPicker, pressContinue, signIn } from '@visavis/proconnect-local/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { navigation, openCallback } from '../../../test/sign-in.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

const clientSecret = 'only-for-tests-only-for-tests-only'
const publicUrl = 'http://localhost:8080'

let proConnect: Awaited<ReturnType<typeof startProConnect>>
let api: TestApi
beforeAll(async () => {
  proConnect = await startProConnect({
    host: '127.0.0.1',
    port: 0,
    clients: [
      {
        clientId: 'visavis',
        clientSecret,
        redirectUris: [`${publicUrl}/api/v1/auth/callback`],
        postLogoutRedirectUris: [`${publicUrl}/`],
      },
    ],
  })
  api = await createTestApi({
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: proConnect.issuer,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_ACR_VALUES: 'eidas1-mfa eidas2 eidas3',
    OIDC_ADMIN_ROLE: 'visavis-admin',
  })
})
afterAll(async () => {
  await api.close()
  await proConnect.stop()
})

/** One person's browser: what it keeps for us, and what it keeps for ProConnect. */
const createPerson = () => ({ ours: api.guest(), theirs: createBrowser() })
type Person = ReturnType<typeof createPerson>

const loginUrl = async ({ ours }: Person) => (await ours.get('/auth/login?returnTo=/rooms')).headers.location ?? ''
const agentIn = async (browser: TestBrowser) => (await browser.get('/me')).json().agent

async function enter(person: Person, email: string) {
  const callback = await signIn(person.theirs, await loginUrl(person), email)
  return openCallback(person.ours, callback.searchParams, navigation)
}

describe('with ProConnect’s stand-in', () => {
  test('an agent signs in, signs out on both sides, and is asked again', async () => {
    const person = createPerson()
    expect((await enter(person, 'claire.lemoine@numerique.example')).headers.location).toBe('/rooms')
    expect(await agentIn(person.ours)).toEqual({
      id: expect.any(String),
      displayName: 'Claire Lemoine',
      email: 'claire.lemoine@numerique.example',
      organization: 'Direction du numérique',
      role: 'AGENT',
    })

    const { redirectTo } = (await person.ours.post('/auth/logout')).json()
    expect(await agentIn(person.ours)).toBeNull()
    const back = await pressContinue(person.theirs, await person.theirs.send(redirectTo), redirectTo)
    expect(back.href).toMatch(/^http:\/\/localhost:8080\/\?state=[\w-]{43}$/)
    expect((await openPicker(person.theirs, await loginUrl(person))).pathname).toContain('/interaction/')
  })

  test('an agent without a second factor is told so, and may then choose another account', async () => {
    const person = createPerson()
    const refused = await enter(person, 'marc.delorme@rivebelle.example')
    expect(refused.headers.location).toMatch(/^\/login-error\?code=oidc_acr_too_low/)
    expect(await agentIn(person.ours)).toBeNull()
    await enter(person, 'anne.roche@numerique.example')
    expect(await agentIn(person.ours)).toMatchObject({ displayName: 'Anne Roche', role: 'ADMIN' })
  })

  test('many agents sign in at once', async () => {
    const emails = Array.from({ length: 10 }, (_, index) => `agent-${index + 1}@numerique.example`)
    const agents = await Promise.all(
      emails.map(async (email) => {
        const person = createPerson()
        await enter(person, email)
        return agentIn(person.ours)
      }),
    )
    expect(agents.map((agent) => agent.email)).toEqual(emails)
  })
})
