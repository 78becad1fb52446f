import { apiPrefix } from '@visavis/contracts'
import autocannon from 'autocannon'
import type { Crowd } from './crowd.ts'

export interface Storm {
  joinsPerSecond: number
  p99Milliseconds: number
}

/**
 * Lets everybody of the crowd join their room over one kept connection each, the next time as soon as the answer is
 * there, until `joins` are made. Throws unless every single one was admitted.
 */
export async function storm(publicUrl: string, { slug, cookies }: Crowd, joins: number): Promise<Storm> {
  let next = 0
  const begun = performance.now()
  let ended = begun
  const result = await autocannon({
    url: `${publicUrl}${apiPrefix}/rooms/${slug}/join`,
    method: 'POST',
    connections: cookies.length,
    amount: joins,
    headers: { origin: publicUrl, 'content-type': 'application/json' },
    body: JSON.stringify({ displayName: 'Paul Mercier' }),
    setupClient: (client) => {
      const cookie = cookies[next++ % cookies.length] ?? ''
      // autocannon looks only once a second whether it is done.
      client.on('response', () => {
        ended = performance.now()
      })
      client.setHeaders({ origin: publicUrl, 'content-type': 'application/json', cookie })
    },
    verifyBody: (body) => String(body).includes('"outcome":"admitted"'),
  })
  const { errors, timeouts, non2xx, mismatches } = result
  if (errors + timeouts + non2xx + mismatches > 0)
    throw new Error(`Joins failed: ${JSON.stringify({ errors, timeouts, non2xx, mismatches })}`)
  return { joinsPerSecond: joins / ((ended - begun) / 1000), p99Milliseconds: result.latency.p99 }
}
