import { decideEntries, type RoomRole, tellWaiting, withdrawEntry } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { Room } from '../../generated/prisma/client.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import { sessionHash } from '../../platform/sessions.ts'
import type { Lobby } from './lobby.service.ts'

export interface LobbyRoutesDeps {
  readonly lobby: Lobby
  readonly rateLimit: RateLimit
  findRoomAccess(
    request: FastifyRequest,
    where: { slug: string },
  ): Promise<{ room: Room; agent: { id: string } | null; role: RoomRole | null } | null>
}

/** Deciding who comes in, and not wanting to any more. The streams are in lobby.streams.ts. */
export function lobbyRoutes(mount: Mount, { lobby, rateLimit, findRoomAccess }: LobbyRoutesDeps): void {
  const limited = { before: (request: FastifyRequest) => rateLimit(request, 'lobbyPerSession', 'lobbyPerAddress') }

  mount(
    decideEntries,
    async ({ params, body, raw }) => {
      const access = await findRoomAccess(raw, params)
      if (access?.agent == null) throw new ProblemError('forbidden')
      return { decided: await lobby.decide(access.room, access.agent.id, body.decision, body.entryIds) }
    },
    limited,
  )

  mount(
    tellWaiting,
    async ({ params, body, raw }) => {
      const access = await findRoomAccess(raw, params)
      if (access?.agent == null) throw new ProblemError('forbidden')
      await lobby.tellWaiting(access.room.id, access.agent.id, body.text)
      return undefined
    },
    limited,
  )

  mount(
    withdrawEntry,
    async ({ params, raw }) => {
      const access = await findRoomAccess(raw, params)
      if (access) await lobby.withdraw(access.room.id, sessionHash(raw))
      return undefined
    },
    limited,
  )
}
