import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config, RateLimitName } from '../config.ts'
import type { Database } from './database.ts'
import { ProblemError } from './problems.ts'
import { sessionHash } from './sessions.ts'

/** The address a limit counts for: an IPv4 address, or the /64 that one IPv6 customer has. */
export function limitedAddress(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  if (tail !== undefined) {
    const rest = tail.split(':').filter((group) => group !== '')
    while (groups.length + rest.length < 8) groups.push('0')
    groups.push(...rest)
  }
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** Counts a request against limits that all API copies share. Throws `rate_limited`, with when to come back. */
export type RateLimit = (request: FastifyRequest, ...names: RateLimitName[]) => Promise<void>

/**
 * Limits whose name ends in `PerSession` count per browser session, and not at all for a caller without one; those in
 * `PerRoomAndAddress` for the room of the request alone.
 */
export function createRateLimit({ pipeline }: Pick<Database, 'pipeline'>, limits: Config['rateLimits']): RateLimit {
  // All that it asks of its client.
  const storeClient = { query: ({ text, values }: { text: string; values: unknown[] }) => pipeline.query(text, values) }
  const limiters = new Map(
    (Object.keys(limits) as RateLimitName[]).map((name) => [
      name,
      new RateLimiterPostgres({
        storeClient,
        storeType: 'pool',
        tableName: 'rate_limit',
        keyPrefix: name,
        tableCreated: true,
        points: limits[name].points,
        duration: limits[name].seconds,
        // A caller who is over the limit costs no query until the block ends.
        inMemoryBlockOnConsumed: limits[name].points + 1,
      }),
    ]),
  )
  const keyOf = (request: FastifyRequest, name: RateLimitName) => {
    if (!name.endsWith('PerSession')) {
      const address = limitedAddress(request.ip)
      const { slug } = request.params as { slug?: string }
      return name.endsWith('PerRoomAndAddress') ? `${slug} ${address}` : address
    }
    const { agentId, guestSince } = request.session
    return agentId ?? (guestSince === undefined ? undefined : sessionHash(request))
  }
  return async (request, ...names) => {
    const counted = names.map(async (name) => {
      const key = keyOf(request, name)
      if (key !== undefined) await limiters.get(name)?.consume(key)
    })
    for (const result of await Promise.allSettled(counted)) {
      if (result.status === 'fulfilled') continue
      if (!(result.reason instanceof RateLimiterRes)) throw result.reason
      throw new ProblemError('rate_limited', { retryAfterSeconds: Math.ceil(result.reason.msBeforeNext / 1000) })
    }
  }
}
