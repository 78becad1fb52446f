import { Readable } from 'node:stream'
import {
  chooseName,
  endOtherSessions,
  endSession,
  eraseAccount,
  exportData,
  getProfile,
  listSessions,
  newRoomsSchema,
  type Profile,
} from '@visavis/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RateLimitName } from '../../config.ts'
import type { User } from '../../generated/prisma/client.ts'
import { agentView } from '../../platform/agents.ts'
import type { Audit } from '../../platform/audit.ts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import { isChoosable, providedName } from '../../platform/shown-names.ts'
import type { AgentSessions } from './agent-sessions.ts'
import { isLastAdministrator } from './erase.ts'
import { exportOf } from './export.ts'
import type { ExportDeps } from './export-parts.ts'

interface ProfileDeps {
  readonly prisma: Prisma
  readonly audit: Audit
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  readonly nameChoice: boolean
  chooseName(agentId: string, wanted: string | null): Promise<User>
  readonly sessions: AgentSessions
  readonly exporting: ExportDeps
  erase(agent: User): Promise<void>
  /** Ends this browser's session; answers with where it goes next. */
  signOut(request: FastifyRequest, reply: FastifyReply): Promise<string>
}

/** What agents decide about their own account: name, sessions, export, the end of it. */
export function profileRoutes(mount: Mount, deps: ProfileDeps): void {
  const { prisma, audit, nameChoice, sessions } = deps
  const agentOf = (request: FastifyRequest) => requireAgent(deps.currentAgent, request)
  const limited = (name: RateLimitName) => ({ before: (request: FastifyRequest) => deps.rateLimit(request, name) })

  function choiceOf(agent: User): Profile['nameChoice'] {
    if (!nameChoice) return 'switched_off'
    return isChoosable(agent) ? 'possible' : 'unknown'
  }

  mount(getProfile, async ({ raw }) => {
    const agent = await agentOf(raw)
    const [ownedRooms, openCalls, lastAdministrator] = await Promise.all([
      prisma.room.count({ where: { ownerId: agent.id } }),
      prisma.call.count({ where: { endedAt: null, room: { ownerId: agent.id } } }),
      isLastAdministrator(prisma, agent),
    ])
    return {
      providedName: isChoosable(agent) ? providedName(agent) : agent.displayName,
      nameChoice: choiceOf(agent),
      newRooms: newRoomsSchema.parse(agent.newRooms),
      ownedRooms,
      openCalls,
      lastAdministrator,
    }
  })

  mount(
    chooseName,
    async ({ body, raw }) => agentView(await deps.chooseName((await agentOf(raw)).id, body.displayName)),
    limited('profilePerSession'),
  )

  mount(
    listSessions,
    async ({ raw }) => ({ items: await sessions.list((await agentOf(raw)).id, raw.session.sessionId) }),
    limited('profilePerSession'),
  )
  mount(
    endSession,
    async ({ params, raw }) => {
      await sessions.end((await agentOf(raw)).id, raw.session.sessionId, params.handle)
      return undefined
    },
    limited('profilePerSession'),
  )
  mount(
    endOtherSessions,
    async ({ raw }) => {
      await sessions.endOthers((await agentOf(raw)).id, raw.session.sessionId)
      return undefined
    },
    limited('profilePerSession'),
  )

  mount(
    exportData,
    async ({ raw }, reply) => {
      const agent = await agentOf(raw)
      await audit({ action: 'data.exported', actorId: agent.id })
      return await reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="visavis-${new Date().toISOString().slice(0, 10)}.json"`)
        .send(Readable.from(exportOf(deps.exporting, agent)))
    },
    limited('exportsPerSession'),
  )

  mount(
    eraseAccount,
    async ({ body, raw }, reply) => {
      const agent = await agentOf(raw)
      if (body.email !== agent.email)
        throw new ProblemError('invalid_request', {
          fields: [{ path: 'body.email', message: 'must be the e-mail address of the account, to confirm' }],
        })
      await deps.erase(agent)
      return { redirectTo: await deps.signOut(raw, reply) }
    },
    limited('erasuresPerSession'),
  )
}
