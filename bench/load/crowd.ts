import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { localSecrets } from '../../infra/secrets.ts'

/** A room that is open to everybody, and browsers with a session each. */
export interface Crowd {
  slug: string
  cookies: string[]
}

const sessionSeconds = 3600

function newSlug(): string {
  const letters = Array.from(randomBytes(10), (byte) => String.fromCharCode(97 + (byte % 26))).join('')
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`
}

/**
 * Makes the room and the sessions straight in the database, half of them agents' and half guests': what is measured is
 * the join of somebody who has been here before, not how they signed in.
 */
export async function gatherCrowd(stack: { databaseUrl: string; dataDir: string }, size: number): Promise<Crowd> {
  const { sessionSecret } = localSecrets(stack.dataDir)
  const database = new pg.Client({ connectionString: stack.databaseUrl })
  await database.connect()

  async function addAgent(name: string): Promise<string> {
    const id = randomUUID()
    await database.query(
      `insert into "User" (id, issuer, subject, email, "displayName") values ($1::uuid, 'bench', $2, $3, $4)`,
      [id, id, `${id}@agents.example`, name],
    )
    return id
  }

  async function addSession(who: { agentId: string } | { guestSince: number }): Promise<string> {
    const id = randomBytes(24).toString('base64url')
    const expires = new Date(Date.now() + sessionSeconds * 1000)
    const cookie = { originalMaxAge: sessionSeconds * 1000, expires, httpOnly: true, path: '/' }
    const session = JSON.stringify({ cookie, ...who })
    await database.query('insert into session (sid, sess, expire) values ($1, $2, $3)', [id, session, expires])
    const signature = createHmac('sha256', sessionSecret).update(id).digest('base64').replace(/=+$/, '')
    return `visavis=${encodeURIComponent(`${id}.${signature}`)}`
  }

  try {
    const [owner, slug] = [await addAgent('Claire Lemoine'), newSlug()]
    await database.query(
      `insert into "Room" (id, slug, name, "accessLevel", "ownerId") values ($1, $2, 'Point hebdo', 'open', $3)`,
      [randomUUID(), slug, owner],
    )
    const cookies: string[] = []
    for (let index = 0; index < size; index++) {
      const who = index % 2 === 0 ? { agentId: await addAgent(`Agent ${index}`) } : { guestSince: Date.now() }
      cookies.push(await addSession(who))
    }
    return { slug, cookies }
  } finally {
    await database.end()
  }
}
