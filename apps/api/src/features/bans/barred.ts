import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../platform/database.ts'
import { sessionHash } from '../../platform/sessions.ts'

/** As long as browsers keep a cookie. */
const markSeconds = 400 * 86_400
const hashOf = (mark: string) => createHash('sha256').update(mark).digest('hex')

/** `__Host-` binds the cookie to this host over https; browsers refuse the prefix over plain http. */
const markName = (secure: boolean) => (secure ? '__Host-visavis-mark' : 'visavis-mark')

const find = `select b.id, b."userId", b."markHash" from "RoomBan" b join "Room" r on r.id = b."roomId"
  where r.slug = $1 and (b."userId" = $2 or b."sessionHash" = any($3) or b."markHash" = $4)`

interface Barrier {
  id: string
  userId: string | null
  markHash: string | null
}

/** Whether hosts keep the caller out of a room. */
export type IsBarred = (request: FastifyRequest, reply: FastifyReply, slug: string) => Promise<boolean>

/**
 * A session ends within hours, by a sign-in or by signing out. So the browser of a banned guest, and of nobody else, is
 * given a mark when it comes to the door again, by which it is known from then on.
 */
export function createIsBarred({ pipeline }: Pick<Database, 'pipeline'>, secure: boolean): IsBarred {
  const name = markName(secure)

  async function mark(reply: FastifyReply, ids: string[], known: string | undefined): Promise<void> {
    const mark = known ?? randomBytes(24).toString('base64url')
    await pipeline.query('update "RoomBan" set "markHash" = $2 where id = any($1::uuid[])', [ids, hashOf(mark)])
    reply.setCookie(name, mark, { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: markSeconds })
  }

  return async (request, reply, slug) => {
    const { agentId, guestHash } = request.session
    const known = request.cookies[name]
    const sessions = [sessionHash(request), ...(guestHash === undefined ? [] : [guestHash])]
    const values = [slug, agentId ?? null, sessions, known === undefined ? null : hashOf(known)]
    const { rows } = await pipeline.query<Barrier>(find, values)
    const unmarked = rows.filter(({ userId, markHash }) => userId === null && markHash === null)
    if (unmarked.length > 0) {
      const ids = unmarked.map(({ id }) => id)
      await mark(reply, ids, known)
    }
    return rows.length > 0
  }
}
