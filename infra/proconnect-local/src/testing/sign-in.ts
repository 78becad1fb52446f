import { type Browser, locationOf } from './browser.ts'

/** Opens an authorization URL and answers with the address of the picker that it leads to. */
export async function openPicker(browser: Browser, authorizationUrl: string | URL): Promise<URL> {
  return locationOf(await browser.send(authorizationUrl), authorizationUrl)
}

/**
 * Goes from an authorization URL through the picker as the agent with this e-mail, and answers with the address of the
 * client's callback, which is not opened. With a running session at the stand-in the picker does not come up.
 */
export async function signIn(browser: Browser, authorizationUrl: string | URL, email: string): Promise<URL> {
  const picker = await openPicker(browser, authorizationUrl)
  if (!picker.pathname.includes('/interaction/')) return picker
  const resumed = await locationOf(await browser.submit(picker, { email }), picker)
  return locationOf(await browser.send(resumed), resumed)
}
