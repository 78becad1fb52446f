import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'
import { instantSchema } from './scalars.ts'

export const getFeed = defineEndpoint({
  method: 'GET',
  path: '/me/feed',
  summary: 'Whether the agent has a calendar for other programs to subscribe to, and since when',
  policy: 'agent',
  response: z.object({ since: z.nullable(instantSchema) }),
  problems: ['unauthenticated'],
})

export const renewFeed = defineEndpoint({
  method: 'POST',
  path: '/me/feed',
  summary: 'Make a secret address of one’s calendar, told this once; one that there was before is no more',
  policy: 'agent',
  response: z.object({ url: z.string() }),
  status: 201,
  problems: ['unauthenticated', 'rate_limited'],
})

export const deleteFeed = defineEndpoint({
  method: 'DELETE',
  path: '/me/feed',
  summary: 'Take the calendar’s address away',
  policy: 'agent',
  response: null,
  problems: ['unauthenticated'],
})

/** Asked for by calendar programs, which have no session. */
export const readFeed = defineEndpoint({
  method: 'GET',
  path: '/calendars/:file',
  summary: 'An agent’s meetings as iCalendar, for whoever knows its secret address',
  policy: 'anyone',
  params: z.object({ file: z.string().check(z.regex(/^[\w-]{43}\.ics$/)) }),
  response: null,
  file: 'text/calendar',
  problems: ['not_found', 'rate_limited'],
})
