import { createHmac } from 'node:crypto'
import type { Participant, User } from '../generated/prisma/client.ts'

/**
 * Names a person within one thing, such as a poll: an agent the same on all devices, a guest in their browser. Differs from
 * thing to thing, and says whose it is only to whoever has the server's secret: base64url of an HMAC-SHA-256.
 */
export type PersonKey = (thingId: string, person: Pick<Participant, 'userId' | 'sessionHash'>) => string

/**
 * Names an account that is no more to the next one of the same person: a ban holds for them by it. Says whose it was only
 * to whoever has the server's secret.
 */
export type AccountKey = (account: Pick<User, 'issuer' | 'subject'>) => string

const keyed = (sessionSecret: string, purpose: string) => createHmac('sha256', sessionSecret).update(purpose).digest()

export function createAccountKey(sessionSecret: string): AccountKey {
  const key = keyed(sessionSecret, 'account keys')
  return ({ issuer, subject }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([issuer, subject]))
      .digest('base64url')
}

export function createPersonKey(sessionSecret: string): PersonKey {
  const key = keyed(sessionSecret, 'person keys')
  return (thingId, { userId, sessionHash }) =>
    createHmac('sha256', key)
      .update(`${thingId} ${userId ?? sessionHash}`)
      .digest('base64url')
}
