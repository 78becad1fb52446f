import type { Browser, CDPSession, Page } from '@playwright/test'
import type { Room } from '@visavis/contracts'
import { launchChromium } from '../../e2e/fixtures/chromium.ts'
import { makeRoom } from '../../e2e/fixtures/rooms.ts'
import { signInAs } from '../../e2e/fixtures/sign-in.ts'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'

/** An agent at a large screen, alone in the call of an open room, with a browser in which nothing else runs. */
export interface Desk {
  readonly room: Room
  readonly browser: Browser
  readonly page: Page
  /** DevTools of the page. */
  readonly devTools: CDPSession
}

declare global {
  interface Window {
    benchConnections: RTCPeerConnection[]
  }
}

/** Runs inside the page before its own scripts. */
function keepConnections() {
  window.benchConnections = []
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      window.benchConnections.push(this)
    }
  }
}

export async function sitDown(stack: TemporaryStack): Promise<Desk> {
  const browser = await launchChromium()
  const viewport = { width: 1920, height: 1080 }
  const context = await browser.newContext({ baseURL: stack.publicUrl, locale: 'en-GB', viewport })
  await context.addInitScript(keepConnections)
  const page = await context.newPage()
  const claire = {
    name: 'Claire Lemoine',
    email: '',
    origin: stack.publicUrl,
    context,
    page,
    openPage: () => context.newPage(),
  }
  await signInAs(context, 'claire.lemoine@numerique.example')
  const room = await makeRoom(claire, { accessLevel: 'open' })
  await page.goto(`/${room.slug}`)
  await page.locator('form button[type="submit"]').click()
  await page.locator('[data-participant-identity]').first().waitFor()
  return { room, browser, page, devTools: await context.newCDPSession(page) }
}
