interface Cookie {
  readonly name: string
  readonly value: string
  readonly host: string
  readonly path: string
}

function parseCookie(header: string, url: URL): Cookie & { readonly isExpired: boolean } {
  const [pair = '', ...attributes] = header.split(';').map((part) => part.trim())
  const attribute = (name: string) =>
    attributes.find((part) => part.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
  const separator = pair.indexOf('=')
  const expires = attribute('expires')
  return {
    name: pair.slice(0, separator),
    value: pair.slice(separator + 1),
    host: url.hostname,
    path: attribute('path') ?? '/',
    isExpired: expires !== undefined && new Date(expires).getTime() <= Date.now(),
  }
}

/** Just enough of a browser for a sign-in: keeps cookies as a browser does (all ports of a host share them), follows nothing. */
export function createBrowser() {
  let cookies: Cookie[] = []

  function cookieHeader(url: URL): string {
    const sent = cookies.filter(({ host, path }) => host === url.hostname && url.pathname.startsWith(path))
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ')
  }

  function keep(response: Response, url: URL): void {
    for (const header of response.headers.getSetCookie()) {
      const { isExpired, ...cookie } = parseCookie(header, url)
      const isSame = (other: Cookie) =>
        other.name === cookie.name && other.host === cookie.host && other.path === cookie.path
      cookies = cookies.filter((other) => !isSame(other))
      if (!isExpired) cookies.push(cookie)
    }
  }

  async function send(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address)
    const headers = new Headers(init.headers)
    const cookie = cookieHeader(url)
    if (cookie) headers.set('cookie', cookie)
    if (!headers.has('accept')) headers.set('accept', 'text/html')
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    keep(response, url)
    return response
  }

  return {
    /** Sends a request with the cookies; a redirect is returned as it is. */
    send,
    /** Posts a form, as a button on a page would. */
    submit: (url: string | URL, fields: Record<string, string>) =>
      send(url, { method: 'POST', body: new URLSearchParams(fields) }),
    cookieHeader: (url: string | URL) => cookieHeader(new URL(url)),
  }
}

export type Browser = ReturnType<typeof createBrowser>

/** Where a response redirects to; throws with the page's beginning when it does not. */
export async function locationOf(response: Response, base: string | URL): Promise<URL> {
  const location = response.headers.get('location')
  if (location === null)
    throw new Error(`${response.status} without a redirect: ${(await response.text()).slice(0, 800)}`)
  await response.body?.cancel()
  return new URL(location, base)
}

/** Posts the form of a page that submits itself, as its script does, and answers with where that leads. */
export async function pressContinue(browser: Browser, page: Response, base: string | URL): Promise<URL> {
  const markup = await page.text()
  const action = /action="([^"]+)"/.exec(markup)?.[1] ?? ''
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(markup)?.[1] ?? ''
  const target = new URL(action, base)
  return locationOf(await browser.submit(target, { xsrf, logout: 'yes' }), target)
}
