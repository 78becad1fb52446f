import type { Browser, Page } from '@playwright/test'
import type { AccessLevel, Room } from '@visavis/contracts'
import { type BrowserOptions, launchChromium } from '../../e2e/fixtures/chromium.ts'
import type { Person } from '../../e2e/fixtures/people.ts'
import { makeRoom } from '../../e2e/fixtures/rooms.ts'
import { signInAs } from '../../e2e/fixtures/sign-in.ts'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { installPageMarks } from './page-marks.ts'
import { steadyVoiceArgs } from './steady-voice.ts'

const form = 'form button[type="submit"]'
export const hostName = 'Claire Lemoine'
const tile = '[data-participant-identity]'

/** A host who sits in a call, and browsers for guests: two Chromium processes, as two people would have. */
export interface Meeting {
  readonly room: Room
  readonly host: Page
  /** A guest whose browser has never been here, on a blank page; `leave` closes it and waits until the host is alone. */
  newGuest(): Promise<{ page: Page; leave(): Promise<void> }>
  end(): Promise<void>
}

async function newPerson(browser: Browser, baseURL: string, name: string): Promise<Person> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', viewport: { width: 1280, height: 800 } })
  await context.addInitScript(installPageMarks, { form })
  // An ordinary device, whatever runs the bench: a weak one sends smaller pictures.
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 8 })
  })
  const openPage = () => context.newPage()
  return { name, email: '', origin: baseURL, context, page: await openPage(), openPage }
}

/** The page of the room with its form, at rest: nothing is being loaded any more, as when somebody has typed their name. */
export async function openRoom(page: Page, slug: string, guestName?: string): Promise<void> {
  await page.goto(`/${slug}`)
  await page.evaluate(() => window.visavisMarks.formShown)
  if (guestName !== undefined) await page.getByLabel('Your name').fill(guestName)
  await page.waitForLoadState('networkidle')
}

/** Sends the form, and returns when the click was made. */
export async function clickJoin(page: Page): Promise<number> {
  const click = await page.evaluateHandle(() => ({ at: window.visavisMarks.clicked() }))
  await page.locator(form).click()
  return await click.evaluate(({ at }) => at)
}

/** One's own identity, once one is in. */
export async function identityOf(page: Page): Promise<string> {
  return (await page.locator(tile, { hasText: '(you)' }).getAttribute('data-participant-identity')) ?? ''
}

export async function startMeeting(
  stack: TemporaryStack,
  accessLevel: AccessLevel,
  browsers: { host?: BrowserOptions; guest?: BrowserOptions } = {},
): Promise<Meeting> {
  const voice = steadyVoiceArgs(stack.dataDir)
  const launch = (options: BrowserOptions = {}) =>
    launchChromium({ ...options, args: [...voice, ...(options.args ?? [])] })
  const [hosts, guests] = await Promise.all([launch(browsers.host), launch(browsers.guest)])
  const host = await newPerson(hosts, stack.publicUrl, hostName)
  await signInAs(host.context, 'claire.lemoine@numerique.example')
  const room = await makeRoom(host, { accessLevel })
  await openRoom(host.page, room.slug)
  await clickJoin(host.page)
  await host.page.locator(tile).first().waitFor()

  return {
    room,
    host: host.page,
    async newGuest() {
      const { page, context } = await newPerson(guests, stack.publicUrl, 'guest')
      return {
        page,
        async leave() {
          await context.close()
          await host.page.waitForFunction((one) => document.querySelectorAll(one).length === 1, tile)
        },
      }
    },
    async end() {
      await Promise.all([hosts.close(), guests.close()])
    },
  }
}
