import { createHmac } from 'node:crypto'
import type { Participant } from '../generated/prisma/client.ts'

/**
 * Names a person within one thing, such as a poll: an agent the same on all devices, a guest in their browser. Differs from
 * thing to thing, and says whose it is only to whoever has the server's secret: base64url of an HMAC-SHA-256.
 */
export type PersonKey = (thingId: string, person: Pick<Participant, 'userId' | 'sessionHash'>) => string

export function createPersonKey(sessionSecret: string): PersonKey {
  const key = createHmac('sha256', sessionSecret).update('person keys').digest()
  return (thingId, { userId, sessionHash }) =>
    createHmac('sha256', key)
      .update(`${thingId} ${userId ?? sessionHash}`)
      .digest('base64url')
}
