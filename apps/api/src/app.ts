import { randomUUID } from 'node:crypto'
import { apiPrefix, loginCallback } from '@visavis/contracts'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Config } from './config.ts'
import { adminRoomRoutes } from './features/admin/admin-rooms.routes.ts'
import { adminUserRoutes } from './features/admin/admin-users.routes.ts'
import { createAccounts } from './features/auth/accounts.ts'
import { authRoutes } from './features/auth/auth.routes.ts'
import { createSignIn } from './features/auth/sign-in.ts'
import { banRoutes } from './features/bans/bans.routes.ts'
import { createBans } from './features/bans/bans.service.ts'
import { createIsBarred } from './features/bans/barred.ts'
import { createAttendance } from './features/calls/attendance.ts'
import { createCallState } from './features/calls/call-state.ts'
import { callRoutes, webhookRoutes } from './features/calls/calls.routes.ts'
import { createCalls, orSfuProblem } from './features/calls/calls.service.ts'
import { clockRoutes } from './features/calls/clocks.routes.ts'
import { createClocks } from './features/calls/clocks.service.ts'
import { handRoutes } from './features/calls/hands.routes.ts'
import { createHands } from './features/calls/hands.service.ts'
import { hearingRoutes } from './features/calls/hearing.routes.ts'
import { moderationRoutes } from './features/calls/moderation.routes.ts'
import { permissionRoutes } from './features/calls/permissions.routes.ts'
import { createPermissions } from './features/calls/permissions.service.ts'
import { reactionRoutes } from './features/calls/reactions.routes.ts'
import { createReconcile } from './features/calls/reconcile.ts'
import { createRoles } from './features/calls/roles.service.ts'
import { speakingRoutes } from './features/calls/speaking.routes.ts'
import { createSpeaking } from './features/calls/speaking.service.ts'
import { createStops } from './features/calls/stops.service.ts'
import { chatRoutes } from './features/chat/chat.routes.ts'
import { createChat } from './features/chat/chat.service.ts'
import { configRoutes } from './features/config/config.routes.ts'
import { gate } from './features/gate/gate.ts'
import { healthRoutes } from './features/health/health.routes.ts'
import { joinRoutes } from './features/join/join.routes.ts'
import { createParticipants } from './features/join/participants.ts'
import { lobbyRoutes } from './features/lobby/lobby.routes.ts'
import { createLobby } from './features/lobby/lobby.service.ts'
import { lobbyStreams } from './features/lobby/lobby.streams.ts'
import { meRoutes } from './features/me/me.routes.ts'
import { memberRoutes } from './features/members/members.routes.ts'
import { createMembers } from './features/members/members.service.ts'
import { reportRoutes } from './features/reports/reports.routes.ts'
import { createReports } from './features/reports/reports.service.ts'
import { createRoomAccess } from './features/rooms/room-access.ts'
import { roomRoutes } from './features/rooms/rooms.routes.ts'
import { createRooms } from './features/rooms/rooms.service.ts'
import { type Audit, createAudit } from './platform/audit.ts'
import { createCurrentAgent } from './platform/current-agent.ts'
import { createCurrentParticipant } from './platform/current-participant.ts'
import type { Database } from './platform/database.ts'
import { createMount } from './platform/endpoints.ts'
import { EventStreams } from './platform/event-stream.ts'
import type { Events } from './platform/events.ts'
import { type LogDestination, loggerOptions } from './platform/logging.ts'
import { createOidc } from './platform/oidc.ts'
import { registerOpenApi } from './platform/openapi.ts'
import { registerProblems } from './platform/problems.ts'
import { createRateLimit } from './platform/rate-limits.ts'
import { repeatWhileListening } from './platform/repeat.ts'
import { createMustBeAllowed } from './platform/room-settings.ts'
import { createOriginCheck, registerSecurityHeaders } from './platform/security.ts'
import { createStillSignedIn, endSessionsOf, registerSessions } from './platform/sessions.ts'
import type { Sfu, SfuEvent } from './platform/sfu.ts'
import { createSfuTokens } from './platform/sfu-tokens.ts'
import { registerWeb } from './platform/web.ts'
import { createPolicies } from './policies.ts'

const reconcileEveryMilliseconds = 60_000

export interface Deps {
  readonly config: Config
  readonly database: Database
  readonly events: Events
  readonly sfu: Sfu
  readonly logDestination?: LogDestination
}

/** The whole API as one Fastify instance that listens to nothing yet. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { config, database, events, sfu } = deps
  const app = Fastify({
    logger: loggerOptions(config.logLevel, deps.logDestination),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    bodyLimit: 64 * 1024,
    // Fastify takes Node's own limit away: a body that trickles in would hold its connection for ever.
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    // Fastify's own counts up in each copy, so that two copies would give the same id.
    genReqId: () => randomUUID(),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  registerProblems(app)
  await registerSecurityHeaders(app, config)
  await registerOpenApi(app, config)

  const { prisma } = database
  const audit: Audit = createAudit(prisma)
  const streams = new EventStreams()
  const rateLimit = createRateLimit(database, config.rateLimits)
  const tokens = createSfuTokens(config.livekit)
  const currentAgent = createCurrentAgent(database)
  const findRoomAccess = createRoomAccess(database)
  const calls = createCalls({ prisma, sfu, events, audit })
  const { allowedAccessLevels } = config
  const callState = createCallState({ prisma, sfu, allowedAccessLevels })
  const { changedBy } = callState
  const permissions = createPermissions({ prisma, sfu, events, audit, callState })
  const lobby = createLobby({ prisma, events, audit, allowedAccessLevels, openCall: calls.openCall })
  const { endOpenCall } = calls
  const { followRoom } = permissions
  const rolesChanged = (roomId: string) => roles.follow(roomId)
  const rooms = createRooms({ prisma, events, audit, allowedAccessLevels, endOpenCall, followRoom, rolesChanged })
  const roles = createRoles({ database, sfu, events, audit, giveRoom: rooms.give, alignPermissions: permissions.align })
  async function checkComer(event: SfuEvent) {
    await roles.checkComer(event)
    await permissions.checkComer(event)
  }
  const attendance = createAttendance({ prisma, sfu, events, close: calls.close, changedBy, checkComer })
  const { adminRole } = config.oidc
  const signIn = createSignIn({
    oidc: createOidc({
      ...config.oidc,
      redirectUri: new URL(`${apiPrefix}${loginCallback.path}`, config.publicUrl).href,
      postLogoutRedirectUri: new URL('/', config.publicUrl).href,
    }),
    signInAccount: createAccounts({ prisma, adminRole, initialAdminEmails: config.initialAdminEmails }),
    audit,
    events,
  })
  const currentParticipant = createCurrentParticipant(prisma, currentAgent)
  const policies = createPolicies({ prisma, currentAgent, currentParticipant, findRoomAccess })
  app.addHook('preClose', async () => streams.closeAll())
  const chat = createChat({ prisma, sfu, audit, retentionDays: config.chatRetentionDays })
  const reports = createReports({ prisma, audit, retentionDays: config.reportRetentionDays })
  const reconcile = createReconcile({
    database,
    sfu,
    close: calls.close,
    changedBy,
    alignPermissions: permissions.align,
    forgetMessages: chat.forget,
    forgetReports: reports.forget,
  })
  repeatWhileListening(app, reconcile, reconcileEveryMilliseconds)

  // Needs no session, so it answers while Postgres is away.
  await app.register(async (bare) => {
    const { mount, refuseOtherMethods } = createMount(bare, policies)
    healthRoutes(mount, { database, sfu })
    configRoutes(mount, config)
    webhookRoutes(bare, mount, { prisma, sfu, take: attendance })
    refuseOtherMethods()
  })
  await app.register(gate, { database, sfu, tokens, sfuUrl: config.livekit.url })

  await app.register(async (api) => {
    api.addHook('onRequest', createOriginCheck(config.publicUrl))
    // What one person may read is not for the next one at the same browser or behind the same proxy.
    api.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    await registerSessions(api, config, database)
    const { mount, refuseOtherMethods } = createMount(api, policies)
    authRoutes(mount, { signIn, rateLimit, currentAgent, secure: config.secure })
    meRoutes(mount, { prisma, currentAgent })
    const { isInCall } = createParticipants(database)
    roomRoutes(mount, { prisma, rooms, rateLimit, currentAgent, findRoomAccess, allowedAccessLevels, isInCall })
    const members = createMembers({ prisma, events, audit, rolesChanged })
    memberRoutes(mount, { prisma, members, currentAgent, findRoomAccess })
    const bans = createBans({ prisma, events, audit, remove: calls.remove, rolesChanged })
    banRoutes(mount, { bans, rateLimit, currentAgent, findRoomAccess })
    adminRoomRoutes(mount, { prisma, currentAgent, rooms, endOpenCall })
    adminUserRoutes(mount, {
      prisma,
      events,
      audit,
      currentAgent,
      endSessionsOf: (userId) => endSessionsOf(database, userId),
      putAgentOut: async (agentId) => {
        await lobby.withdrawAgent(agentId)
        await calls.removeAgent(agentId)
      },
    })
    callRoutes(mount, { calls, currentAgent, callState })
    const mustBeHost = policies['call-host']
    const hands = createHands({ prisma, audit, callState })
    handRoutes(mount, { hands, rateLimit, currentAgent, currentParticipant, mustBeHost })
    permissionRoutes(mount, { permissions, rateLimit, currentAgent })
    const mustBeAllowed = createMustBeAllowed(database)
    reactionRoutes(mount, { sfu, rateLimit, currentParticipant, mustBeAllowed })
    const mustBeOwner = policies['call-owner']
    const stops = createStops({ prisma, sfu, audit, floor: permissions.floor })
    moderationRoutes(mount, { stops, roles, rateLimit, currentAgent, currentParticipant, mustBeOwner })
    reportRoutes(mount, { reports, rateLimit, currentParticipant })
    clockRoutes(mount, { clocks: createClocks({ prisma, audit, callState }), rateLimit, currentAgent })
    const { speakingTime: measured } = config
    speakingRoutes(mount, { speaking: createSpeaking(prisma), measured, rateLimit, currentParticipant })
    hearingRoutes(mount, { prisma, sfu, rateLimit, currentParticipant })
    chatRoutes(mount, { chat, rateLimit, currentParticipant, mustBeAllowed, mustBeHost })
    joinRoutes(mount, {
      database,
      tokens,
      rateLimit,
      findRoomAccess,
      ask: lobby.ask,
      tellHosts: lobby.tellHosts,
      openCall: calls.openCall,
      isBarred: createIsBarred(database, config.secure),
      isMicrophoneOn: (callId, identity) => orSfuProblem(sfu.isMicrophoneOn(callId, identity)),
      allowedAccessLevels: config.allowedAccessLevels,
      muteOnEntryFrom: config.muteOnEntryFrom,
      signalUrl: config.publicUrl.origin.replace(/^http/, 'ws'),
    })
    const stillSignedIn = createStillSignedIn(database)
    lobbyRoutes(mount, { lobby, rateLimit, findRoomAccess })
    lobbyStreams(mount, { lobby, rateLimit, findRoomAccess, streams, events, currentAgent, stillSignedIn })
    refuseOtherMethods()
  })

  await registerWeb(app, config.webDist)
  return app
}
