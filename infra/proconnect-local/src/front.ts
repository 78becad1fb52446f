import type Provider from 'oidc-provider'
import { assets } from './assets.ts'
import type { LocalClient } from './configuration.ts'
import type { Directory } from './directory.ts'
import { createInteraction } from './interaction.ts'
import { errorPage } from './pages/error-page.ts'
import { languageOf, translate } from './pages/messages.ts'
import { faultOfAuthorizationRequest, faultOfLogoutRequest } from './request-rules.ts'

type Middleware = Parameters<Provider['use']>[0]
type Context = Parameters<Middleware>[0]

function originsOf(clients: readonly LocalClient[]): string[] {
  const uris = clients.flatMap((client) => [...client.redirectUris, ...client.postLogoutRedirectUris])
  return [...new Set(uris.map((uri) => new URL(uri).origin))]
}

function refuse(ctx: Context, status: number, reason: string): void {
  ctx.status = status
  ctx.type = 'html'
  ctx.body = errorPage(languageOf(ctx), reason)
}

function faultOf(ctx: Context): string | undefined {
  const query = new URLSearchParams(ctx.querystring)
  if (ctx.path === '/authorize') return faultOfAuthorizationRequest(query)
  if (ctx.path === '/session/end') return faultOfLogoutRequest(query)
  return undefined
}

/** What stands before oidc-provider: headers, our pages, and the rules of ProConnect that oidc-provider does not have. */
export function createFront(provider: Provider, clients: readonly LocalClient[], directory: Directory): Middleware {
  const issuer = new URL(provider.issuer)
  const interact = createInteraction(provider, directory)
  // Browsers apply form-action to the redirects that follow a form, so the way back to the clients has to be in it.
  const contentSecurityPolicy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    `form-action 'self' ${originsOf(clients).join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  // Addresses are built from the issuer, whatever host the request names.
  provider.proxy = true

  return async (ctx, next) => {
    ctx.req.headers.host = issuer.host
    ctx.req.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1)
    delete ctx.req.headers['x-forwarded-host']
    ctx.set({
      'content-security-policy': contentSecurityPolicy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })

    const asset = assets.get(ctx.path)
    if (asset) {
      ctx.set('content-type', asset.type)
      ctx.body = asset.body
      return
    }
    if (!ctx.path.startsWith(`${issuer.pathname}/`)) return refuse(ctx, 404, translate(languageOf(ctx), 'notFound'))
    // The two things that koa-mount does, and that oidc-provider builds its addresses from.
    ctx['mountPath'] = issuer.pathname
    ctx.url = ctx.url.slice(issuer.pathname.length)

    if (/^\/interaction\/[\w-]+$/.test(ctx.path)) {
      ctx.set('cache-control', 'no-store')
      return interact(ctx)
    }
    const fault = faultOf(ctx)
    if (fault !== undefined) return refuse(ctx, 400, fault)
    // oidc-provider takes a secret by either way; ProConnect only takes it in the body.
    if (ctx.path === '/token' && ctx.get('authorization') !== '') {
      ctx.status = 401
      ctx.body = { error: 'invalid_client', error_description: 'client authentication in a header is not supported' }
      return
    }
    await next()
    if (ctx.status === 404 && !ctx.body) refuse(ctx, 404, translate(languageOf(ctx), 'notFound'))
  }
}
