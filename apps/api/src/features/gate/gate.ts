import { stringify } from 'node:querystring'
import { callbackify } from 'node:util'
import proxy from '@fastify/http-proxy'
import { sourcesOf } from '@visavis/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Participant } from '../../generated/prisma/client.ts'
import type { Database } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { roleNow } from '../../platform/room-roles.ts'
import { settingsIn, standingOf } from '../../platform/room-settings.ts'
import type { Sfu } from '../../platform/sfu.ts'
import type { PresentedToken, SfuTokens } from '../../platform/sfu-tokens.ts'

export interface GateDeps {
  readonly database: Pick<Database, 'pipeline'>
  readonly sfu: Sfu
  readonly tokens: SfuTokens
  readonly sfuUrl: string
}

/** How long the SFU may take to answer a connection. One that it refuses is held until then: the proxy reads no refusal. */
const handshakeMilliseconds = 5000
/** Far above the largest SDP of a large call, far below what a few connections could fill the memory with. */
const maxMessageBytes = 4 * 1024 * 1024

type Query = Record<string, string | string[]>
/** What of a request says who knocks; the proxy's own type of request is another one. */
type Knock = Pick<FastifyRequest, 'query' | 'headers'>

function tokenOf(request: Knock): string {
  const { access_token: fromQuery } = request.query as Query
  // Two are not a token: the SFU might take the other one.
  if (fromQuery !== undefined) return typeof fromQuery === 'string' ? fromQuery : ''
  return request.headers.authorization?.replace(/^Bearer /i, '') ?? ''
}

/** The token that was checked, in the header, which the SFU prefers; whatever else a request carries, it reads no other. */
const asChecked = (request: Knock) => ({ authorization: `Bearer ${tokenOf(request)}` })

/** Written anew from what was read here, so that the SFU cannot read it otherwise. */
function queryAsRead(_search: string | undefined, _url: string, request: Knock): string {
  const { access_token: _token, ...query } = request.query as Query
  return stringify(query)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// A token of another place, the main call or a breakout, than the one that its participant is in is worth nothing.
// Also who was put out before this participant of theirs was written down: an agent with every device, a guest's browser.
const entrant = `select ${roleNow} as role, p."userId", p.granted, p."breakoutId", o.settings from "Participant" p
  join "Call" c on c.id = p."callId"
  join "Room" o on o.id = c."roomId"
  left join "User" u on u.id = p."userId"
  where p.id = $1 and coalesce(p."breakoutId", p."callId") = $2 and p.moves = $3 and c."endedAt" is null and u."disabledAt" is null
    and not exists (select from "Participant" r where r."callId" = p."callId" and r."removedAt" is not null
      and (r."userId" = p."userId" or p."userId" is null and r."userId" is null and r."sessionHash" = p."sessionHash"))
    and ($4::text is null or $4 = ${roleNow})`

type Entrant = Pick<Participant, 'role' | 'userId' | 'granted' | 'breakoutId'> & { settings: unknown }

/**
 * Whether the participant that a token names may be in its call now. LiveKit revokes no token and refreshes them by
 * itself, so this is asked of the database at every signalling connection. One that allows more than its participant has
 * now, or of a role that is not theirs any more, is refused too: the page asks for another.
 */
async function mayEnter({ pipeline }: GateDeps['database'], presented: PresentedToken): Promise<boolean> {
  const { callId, identity, moves, role, sources, grantsAreOurs } = presented
  if (!grantsAreOurs || !uuid.test(identity) || !uuid.test(callId)) return false
  const { rows } = await pipeline.query<Entrant>(entrant, [identity, callId, moves, role])
  if (!rows[0]) return false
  const allowed = sourcesOf(settingsIn(rows[0], rows[0]), standingOf(rows[0]), rows[0].granted)
  return sources.every((source) => allowed.includes(source))
}

/** `/rtc`: every signalling connection passes here on its way to the SFU, which browsers cannot reach. */
export async function gate(app: FastifyInstance, { database, sfu, tokens, sfuUrl }: GateDeps): Promise<void> {
  async function check(request: FastifyRequest): Promise<void> {
    // It would make a second identity, `<identity>#<value>`, that the database knows nothing of and no host can remove.
    if ('publish' in (request.query as Query)) throw new ProblemError('entry_refused')
    const presented = await tokens.read(tokenOf(request)).catch((error: unknown) => {
      throw new ProblemError('entry_refused', { cause: error })
    })
    if (!(await mayEnter(database, presented))) throw new ProblemError('entry_refused')
    // A restarted SFU knows no room, and with auto_create off it would turn the client away for good.
    await sfu.ensureRoom(presented.callId).catch((error: unknown) => {
      throw new ProblemError('sfu_unavailable', { cause: error, retryAfterSeconds: 1 })
    })
  }

  // Between Node's parser and the WebSocket's own handler nobody listens, and an error that nobody hears ends the process.
  app.server.on('connection', (socket) => socket.on('error', () => {}))
  await app.register(proxy, {
    upstream: sfuUrl,
    prefix: '/rtc',
    rewritePrefix: '/rtc',
    httpMethods: ['GET'],
    // By Node's own http: another client would be a fifth of the program.
    http: {},
    websocket: true,
    wsServerOptions: { perMessageDeflate: false, maxPayload: maxMessageBytes },
    wsClientOptions: {
      perMessageDeflate: false,
      handshakeTimeout: handshakeMilliseconds,
      queryString: queryAsRead,
      rewriteRequestHeaders: (headers: object, request: Knock) => ({ ...headers, ...asChecked(request) }),
    },
    replyOptions: {
      queryString: queryAsRead,
      // The session cookie is not the SFU's business.
      rewriteRequestHeaders: (request, { cookie: _cookie, ...headers }) => ({ ...headers, ...asChecked(request) }),
    },
    preValidation: (request, _reply, done) => callbackify(check)(request, (error) => done(error ?? undefined)),
  })
}
