import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser } from './testing/browser.ts'
import { startFixture } from './testing/fixture.ts'
import { createRelyingParty } from './testing/relying-party.ts'
import { openPicker, signIn } from './testing/sign-in.ts'

let proConnect: Awaited<ReturnType<typeof startFixture>>
beforeAll(async () => {
  proConnect = await startFixture()
})
afterAll(() => proConnect.stop())

const claire = 'claire.lemoine@numerique.example'
const anne = 'anne.roche@numerique.example'
const marc = 'marc.delorme@rivebelle.example'

const essential = (...values: string[]) => ({
  claims: JSON.stringify({ id_token: { acr: { essential: true, values } } }),
})

async function signInWith(parameters: Record<string, string>, email: string, browser = createBrowser()) {
  const client = createRelyingParty(proConnect.issuer, 'visavis')
  return { client, callback: await signIn(browser, client.authorizationUrl(parameters), email) }
}

async function acrOf(parameters: Record<string, string>, email: string) {
  const { client, callback } = await signInWith(parameters, email)
  return decodeJwt((await client.tokens(callback)).id_token)['acr']
}

describe('acr_values, a wish', () => {
  test.each([
    ['eidas1-mfa eidas2', claire, 'eidas1-mfa'],
    ['eidas2 eidas3', anne, 'eidas2'],
    ['eidas3', anne, 'eidas3'],
    ['eidas0-mfa', 'jeanne.petit@rivebelle.example', 'eidas0-mfa'],
  ])('%s gives %s the level %s', async (values, email, acr) => {
    expect(await acrOf({ acr_values: values }, email)).toBe(acr)
  })

  test('is no minimum: who cannot give one of the values gets in with their own', async () => {
    expect(await acrOf({ acr_values: 'eidas0-mfa' }, anne)).toBe('eidas1')
    expect(await acrOf({ acr_values: 'eidas1-mfa eidas2 eidas3' }, marc)).toBe('eidas1')
  })

  test('takes the force from an essential claim in the same request', async () => {
    expect(await acrOf({ ...essential('eidas1-mfa'), acr_values: 'eidas1-mfa' }, marc)).toBe('eidas1')
  })

  test('brings the picker back when the session has another level', async () => {
    const browser = createBrowser()
    await signInWith({}, claire, browser)
    const client = createRelyingParty(proConnect.issuer, 'visavis')
    const again = await openPicker(browser, client.authorizationUrl({ acr_values: 'eidas1-mfa' }))
    expect(again.pathname).toContain('/interaction/')
  })
})

describe('an essential acr claim', () => {
  test('is fulfilled by exact match', async () => {
    expect(await acrOf(essential('eidas1-mfa', 'eidas2'), claire)).toBe('eidas1-mfa')
  })

  test('ends the sign-in of who cannot fulfil it', async () => {
    const { callback } = await signInWith(essential('eidas0-mfa', 'eidas1-mfa', 'eidas2', 'eidas3'), marc)
    expect(Object.fromEntries(callback.searchParams)).toMatchObject({
      error: 'access_denied',
      error_description: 'requested ACRs could not be satisfied',
    })
  })
})
