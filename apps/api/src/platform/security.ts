import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { ProblemError } from './problems.ts'

/** Security headers for pages and API alike. Nothing but our own origin may be loaded, framed or contacted. */
export async function registerSecurityHeaders(app: FastifyInstance, config: Pick<Config, 'publicUrl' | 'secure'>) {
  // Safari does not take 'self' for WebSocket URLs.
  const signalling = `${config.secure ? 'wss' : 'ws'}://${config.publicUrl.host}`
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:', 'data:'],
        connectSrc: ["'self'", signalling],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()',
    )
  })
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses requests that change something unless a page of ours sent them (OWASP, CSRF: verify the Origin header). */
export function createOriginCheck(publicUrl: URL) {
  return async (request: FastifyRequest): Promise<void> => {
    if (safeMethods.has(request.method) || request.routeOptions.config.policy === 'sfu') return
    if (request.headers.origin !== publicUrl.origin) throw new ProblemError('origin_refused')
  }
}
