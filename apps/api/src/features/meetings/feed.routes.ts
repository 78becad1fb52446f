import { createHash } from 'node:crypto'
import { apiPrefix, deleteFeed, getFeed, readFeed, renewFeed } from '@visavis/contracts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Feed } from './feed.ts'

export interface FeedRoutesDeps {
  readonly feed: Feed
  readonly publicUrl: URL
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
}

/** The secret address of one's calendar, and what is there. */
export function feedRoutes(mount: Mount, { feed, publicUrl, rateLimit, currentAgent }: FeedRoutesDeps): void {
  mount(getFeed, async ({ raw }) => {
    const since = await feed.since((await requireAgent(currentAgent, raw)).id)
    return { since: since?.toISOString() ?? null }
  })

  mount(
    renewFeed,
    async ({ raw }) => {
      const token = await feed.renew((await requireAgent(currentAgent, raw)).id)
      return { url: new URL(`${apiPrefix}/calendars/${token}.ics`, publicUrl).href }
    },
    { before: (request) => rateLimit(request, 'meetingsPerSession') },
  )

  mount(deleteFeed, async ({ raw }) => {
    await feed.remove((await requireAgent(currentAgent, raw)).id)
    return undefined
  })

  mount(
    readFeed,
    async ({ params: { file }, raw }, reply) => {
      const calendar = await feed.read(file.slice(0, -'.ics'.length))
      if (calendar === null) throw new ProblemError('not_found')
      // Programs ask every few minutes: what has not changed but for when it was written is not sent again.
      const lasting = calendar.replaceAll(/^DTSTAMP:.*$/gm, '')
      const etag = `"${createHash('sha256').update(lasting).digest('base64url')}"`
      reply.header('etag', etag)
      if (raw.headers['if-none-match'] === etag) return reply.status(304).send()
      return reply.type('text/calendar; charset=utf-8').send(calendar)
    },
    { before: (request) => rateLimit(request, 'lookupPerAddress') },
  )
}
