import proxy from '@fastify/http-proxy'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { Sfu } from '../../platform/sfu.ts'
import type { PresentedToken, SfuTokens } from '../../platform/sfu-tokens.ts'

export interface GateDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly tokens: SfuTokens
  readonly sfuUrl: string
}

function tokenOf(request: FastifyRequest): string {
  const { access_token: fromQuery } = request.query as { access_token?: unknown }
  if (typeof fromQuery === 'string') return fromQuery
  return request.headers.authorization?.replace(/^Bearer /i, '') ?? ''
}

/**
 * Whether the participant that a token names may be in its call now. LiveKit revokes no token and refreshes them by
 * itself, so this is asked of the database at every signalling connection.
 */
export async function mayEnter(prisma: Prisma, presented: PresentedToken): Promise<boolean> {
  const { callId, identity, grantsAreOurs } = presented
  if (!grantsAreOurs || !/^[0-9a-f-]{36}$/.test(identity)) return false
  const participant = await prisma.participant.findUnique({
    where: { id: identity },
    include: { call: true, user: true },
  })
  if (participant === null || participant.callId !== callId) return false
  const removed = participant.removedAt !== null || (participant.user?.disabledAt ?? null) !== null
  return !removed && participant.call.endedAt === null
}

/** `/rtc`: every signalling connection passes here on its way to the SFU, which browsers cannot reach. */
export async function gate(app: FastifyInstance, { prisma, sfu, tokens, sfuUrl }: GateDeps): Promise<void> {
  await app.register(proxy, {
    upstream: sfuUrl,
    prefix: '/rtc',
    rewritePrefix: '/rtc',
    httpMethods: ['GET'],
    websocket: true,
    // The session cookie is not the SFU's business.
    wsClientOptions: { rewriteRequestHeaders: (headers: object) => headers, perMessageDeflate: false },
    wsServerOptions: { perMessageDeflate: false },
    replyOptions: { rewriteRequestHeaders: (_request, { cookie: _cookie, ...headers }) => headers },
    preValidation: async (request) => {
      const presented = await tokens.read(tokenOf(request)).catch((error: unknown) => {
        throw new ProblemError('entry_refused', { cause: error })
      })
      if (!(await mayEnter(prisma, presented))) throw new ProblemError('entry_refused')
      // A restarted SFU knows no room, and with auto_create off it would turn the client away for good.
      await sfu.ensureRoom(presented.callId).catch((error: unknown) => {
        throw new ProblemError('sfu_unavailable', { cause: error, retryAfterSeconds: 1 })
      })
    },
  })
}
