import { type AccessLevel, type JoinOutcome, joinRoom, type ParticipantRole, type RoomRole } from '@visavis/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Room } from '../../generated/prisma/client.ts'
import { mayEnterDirectly } from '../../platform/access-levels.ts'
import type { Mount } from '../../platform/endpoints.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import { doorOf } from '../../platform/room-settings.ts'
import { sessionHash } from '../../platform/sessions.ts'
import { type Caller, createJoin, type JoinDeps } from './join.service.ts'

export interface JoinRoutesDeps extends JoinDeps {
  readonly rateLimit: RateLimit
  readonly allowedAccessLevels: readonly AccessLevel[]
  /** Whether hosts keep the caller out of the room for good. */
  isBarred(request: FastifyRequest, reply: FastifyReply, slug: string): Promise<boolean>
  findRoomAccess(
    request: FastifyRequest,
    where: { slug: string },
  ): Promise<{ room: Room; agent: Caller['agent']; role: RoomRole | null } | null>
}

const inCall = (role: RoomRole | null): ParticipantRole =>
  role === 'owner' || role === 'cohost' ? role : 'participant'

/** `POST rooms/:slug/join`. */
export function joinRoutes(mount: Mount, deps: JoinRoutesDeps): void {
  const join = createJoin(deps)

  mount(
    joinRoom,
    async ({ params, body, raw }, reply): Promise<JoinOutcome> => {
      const [access, barred] = await Promise.all([
        deps.findRoomAccess(raw, params),
        deps.isBarred(raw, reply, params.slug),
      ])
      if (access === null) return { outcome: 'closed', reason: 'unavailable' }
      const { room, agent, role } = access
      const door = doorOf(room, deps.allowedAccessLevels)
      const { accessLevel } = door
      // Who is of the room has been made so since.
      if (barred && role === null) return { outcome: 'denied', reason: 'removed' }
      const outcome = await join(
        {
          room: { ...room, accessLevel },
          agent,
          role: inCall(role),
          sessionHash: sessionHash(raw),
          displayName: body.displayName,
          direct: mayEnterDirectly({ accessLevel, role, signedIn: agent !== null }),
          door,
          move: body.move === true,
          countKnock: () => deps.rateLimit(raw, 'knockPerRoomAndAddress'),
        },
        body.resume,
      )
      // From here on the browser is somebody: its requests, its lobby entry and its way back hang on its session.
      if (agent === null && raw.session.guestSince === undefined) raw.session.guestSince = Date.now()
      return outcome
    },
    { before: (request) => deps.rateLimit(request, 'joinPerSession', 'joinPerAddress') },
  )
}
