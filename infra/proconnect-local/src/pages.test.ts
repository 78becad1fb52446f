import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser, locationOf } from './testing/browser.ts'
import { startFixture } from './testing/fixture.ts'
import { createRelyingParty } from './testing/relying-party.ts'
import { openPicker } from './testing/sign-in.ts'

let proConnect: Awaited<ReturnType<typeof startFixture>>
beforeAll(async () => {
  proConnect = await startFixture()
})
afterAll(() => proConnect.stop())

async function openPage(parameters: Record<string, string> = {}, language = 'fr') {
  const browser = createBrowser()
  const client = createRelyingParty(proConnect.issuer, 'visavis')
  const url = await openPicker(browser, client.authorizationUrl(parameters))
  const response = await browser.send(url, { headers: { 'accept-language': language } })
  return { browser, url, response, markup: await response.text() }
}

describe('the picker', () => {
  test('says that it is not ProConnect, in French and in English', async () => {
    const french = await openPage()
    expect(french.markup).toContain('<html lang="fr">')
    expect(french.markup).toContain('Ce n’est pas ProConnect.')
    const english = await openPage({}, 'en-GB,en;q=0.9')
    expect(english.markup).toContain('<html lang="en">')
    expect(english.markup).toContain('This is not ProConnect.')
  })

  test('loads nothing from another host and runs no inline script', async () => {
    const { markup, response } = await openPage()
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(markup).not.toMatch(/(?:src|href)="(?!\/assets\/)/)
    expect(markup).not.toMatch(/<script(?! src)|<style|style=|\son\w+=/)
    for (const [, path = ''] of markup.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await fetch(new URL(path, proConnect.issuer))).status).toBe(200)
    }
  })

  test('fills the e-mail in from login_hint, as text', async () => {
    const { markup } = await openPage({ login_hint: '"><script>alert(1)</script>' })
    expect(markup).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  })

  test('says that nobody has the e-mail', async () => {
    const { browser, url } = await openPage()
    const response = await browser.submit(url, { email: 'nobody@numerique.example' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('id="email-error"')
  })

  test('sends who cancels back to the application', async () => {
    const { browser, url } = await openPage()
    const resumed = await locationOf(await browser.submit(url, { cancel: '1' }), url)
    const back = await locationOf(await browser.send(resumed), resumed)
    expect(back.searchParams.get('error')).toBe('access_denied')
  })

  test('belongs to the browser that asked for it', async () => {
    const { url } = await openPage()
    const response = await createBrowser().submit(url, { email: 'claire.lemoine@numerique.example' })
    expect(response.status).toBe(400)
  })
})
