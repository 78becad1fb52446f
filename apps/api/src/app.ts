import { randomUUID } from 'node:crypto'
import { apiPrefix, loginCallback } from '@visavis/contracts'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Config } from './config.ts'
import { adminRoomRoutes } from './features/admin/admin-rooms.routes.ts'
import { adminUserRoutes } from './features/admin/admin-users.routes.ts'
import { createAccounts } from './features/auth/accounts.ts'
import { authRoutes, createSignOut } from './features/auth/auth.routes.ts'
import { createSignIn } from './features/auth/sign-in.ts'
import { banRoutes } from './features/bans/bans.routes.ts'
import { createBans } from './features/bans/bans.service.ts'
import { createIsBarred } from './features/bans/barred.ts'
import { breakoutRoutes } from './features/breakouts/breakouts.routes.ts'
import { createBreakouts } from './features/breakouts/breakouts.service.ts'
import { createPlaces } from './features/breakouts/places.ts'
import { createSettle } from './features/breakouts/settle.ts'
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
import { nameRoutes } from './features/calls/names.routes.ts'
import { createNames } from './features/calls/names.service.ts'
import { permissionRoutes } from './features/calls/permissions.routes.ts'
import { createPermissions } from './features/calls/permissions.service.ts'
import { reactionRoutes } from './features/calls/reactions.routes.ts'
import { createReconcile } from './features/calls/reconcile.ts'
import { createRoles } from './features/calls/roles.service.ts'
import { speakingRoutes } from './features/calls/speaking.routes.ts'
import { createSpeaking } from './features/calls/speaking.service.ts'
import { createStops } from './features/calls/stops.service.ts'
import { createPutOutStrays } from './features/calls/strays.ts'
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
import { cancelMeetingsIn } from './features/meetings/cancel-meetings.ts'
import type { QueueInvitations } from './features/meetings/invitation-jobs.ts'
import { createMeetingFeature } from './features/meetings/meetings.ts'
import { createInvitations } from './features/members/invitations.ts'
import { memberRoutes } from './features/members/members.routes.ts'
import { createMembers } from './features/members/members.service.ts'
import { createPollAnswers } from './features/polls/poll-answers.ts'
import { createPollNews } from './features/polls/poll-news.ts'
import { createPollVotes } from './features/polls/poll-votes.ts'
import { pollRoutes } from './features/polls/polls.routes.ts'
import { createPolls } from './features/polls/polls.service.ts'
import { createAgentSessions } from './features/profile/agent-sessions.ts'
import { createErase } from './features/profile/erase.ts'
import { createChooseName } from './features/profile/names.service.ts'
import { profileRoutes } from './features/profile/profile.routes.ts'
import { createQuestionVotes } from './features/questions/question-votes.ts'
import { questionRoutes } from './features/questions/questions.routes.ts'
import { createQuestionNews, createQuestions } from './features/questions/questions.service.ts'
import { reportRoutes } from './features/reports/reports.routes.ts'
import { createReports } from './features/reports/reports.service.ts'
import { createRoomAccess } from './features/rooms/room-access.ts'
import { createRoomForMeeting } from './features/rooms/room-for-meeting.ts'
import { roomRoutes } from './features/rooms/rooms.routes.ts'
import { createRooms } from './features/rooms/rooms.service.ts'
import { type Audit, createAudit } from './platform/audit.ts'
import { createCallRooms, createTellCall } from './platform/call-rooms.ts'
import { createCurrentAgent } from './platform/current-agent.ts'
import { createCurrentParticipant } from './platform/current-participant.ts'
import type { Database } from './platform/database.ts'
import { createMount } from './platform/endpoints.ts'
import { EventStreams } from './platform/event-stream.ts'
import type { Events } from './platform/events.ts'
import { type LogDestination, loggerOptions } from './platform/logging.ts'
import { createOidc } from './platform/oidc.ts'
import { registerOpenApi } from './platform/openapi.ts'
import { createPacer } from './platform/pacer.ts'
import { createAccountKey, createPersonKey } from './platform/person-keys.ts'
import { registerProblems } from './platform/problems.ts'
import { createRateLimit } from './platform/rate-limits.ts'
import { repeatWhileListening } from './platform/repeat.ts'
import { overSince } from './platform/retention.ts'
import { createMustBeAllowed } from './platform/room-settings.ts'
import { createOriginCheck, registerSecurityHeaders } from './platform/security.ts'
import { createStillSignedIn, endSessionsOf, registerSessions } from './platform/sessions.ts'
import type { Sfu, SfuEvent } from './platform/sfu.ts'
import { createSfuTokens } from './platform/sfu-tokens.ts'
import { registerWeb } from './platform/web.ts'
import { createIsCallHost, createPolicies } from './policies.ts'

const reconcileEveryMilliseconds = 60_000
/** How late a meeting whose date has ended is listed by its next one. */
const tidyMeetingsEveryMilliseconds = 60_000
/** How often a call is told that votes came in. */
const voteNewsEveryMilliseconds = 1000
/** How late breakout rooms may end. */
const settleEveryMilliseconds = 1000

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
  const callRooms = createCallRooms(prisma)
  const tellCall = createTellCall({ sfu, rooms: callRooms })
  const calls = createCalls({ prisma, sfu, rooms: callRooms, events, audit })
  const { allowedAccessLevels } = config
  const callState = createCallState({ prisma, tellCall, allowedAccessLevels })
  const { changedBy } = callState
  const permissions = createPermissions({ prisma, sfu, rooms: callRooms, events, audit, callState })
  const names = createNames({ prisma, sfu, audit })
  const lobby = createLobby({
    prisma,
    events,
    audit,
    allowedAccessLevels,
    patienceMinutes: config.lobbyPatienceMinutes,
    openCall: calls.openCall,
  })
  const { endOpenCall } = calls
  const { followRoom } = permissions
  const rolesChanged = (roomId: string) => roles.follow(roomId)
  const queueInvitations: QueueInvitations = async () => {}
  const cancelMeetings = cancelMeetingsIn.bind(null, { audit, queueInvitations })
  const rooms = createRooms({
    prisma,
    events,
    audit,
    allowedAccessLevels,
    endOpenCall,
    followRoom,
    rolesChanged,
    cancelMeetings,
  })
  const roles = createRoles({ database, sfu, events, audit, giveRoom: rooms.give, alignPermissions: permissions.align })
  async function checkComer(event: SfuEvent, callId: string) {
    await roles.checkComer(event)
    await permissions.checkComer({ ...event, callId })
  }
  const attendance = createAttendance({
    prisma,
    sfu,
    rooms: callRooms,
    events,
    close: calls.close,
    changedBy,
    checkComer,
  })
  const { adminRole } = config.oidc
  const accountKey = createAccountKey(config.session.secret)
  const signIn = createSignIn({
    oidc: createOidc({
      ...config.oidc,
      redirectUri: new URL(`${apiPrefix}${loginCallback.path}`, config.publicUrl).href,
      postLogoutRedirectUri: new URL('/', config.publicUrl).href,
    }),
    signInAccount: createAccounts({
      prisma,
      adminRole,
      initialAdminEmails: config.initialAdminEmails,
      nameChoice: config.nameChoice,
      accountKey,
      invitations: createInvitations({ events, audit, rolesChanged }),
    }),
    audit,
    events,
  })
  const currentParticipant = createCurrentParticipant(prisma, currentAgent)
  const policies = createPolicies({ prisma, currentAgent, currentParticipant, findRoomAccess })
  app.addHook('preClose', async () => streams.closeAll())
  const chat = createChat({ prisma, sfu, audit, retentionDays: config.chatRetentionDays })
  const personKey = createPersonKey(config.session.secret)
  const warn = (err: unknown) => app.log.warn({ err }, 'news were not told')
  const pollNews = createPollNews({ prisma, tellCall })
  const pollPacer = createPacer<null>((pollId) => pollNews.tell(pollId), voteNewsEveryMilliseconds, warn)
  const questionPacer = createPacer(createQuestionNews({ prisma, tellCall }), voteNewsEveryMilliseconds, warn)
  const polls = createPolls({
    prisma,
    audit,
    votes: createPollVotes({ prisma, personKey }),
    pacer: pollPacer,
    news: pollNews,
  })
  const vote = createQuestionVotes(prisma)
  const questions = createQuestions({ prisma, audit, personKey, vote, pacer: questionPacer })
  app.addHook('onClose', async () => {
    pollPacer.stop()
    questionPacer.stop()
  })
  const forgetMessages = async (now: Date) => {
    await chat.forget(now)
    await polls.forget(overSince('openedAt', now, config.chatRetentionDays))
    await questions.forget(overSince('askedAt', now, config.chatRetentionDays))
  }
  const reports = createReports({ prisma, audit, retentionDays: config.reportRetentionDays })
  const members = createMembers({ prisma, events, audit, rolesChanged })
  const { makeCohosts } = members
  const meetings = createMeetingFeature({ prisma, audit, config, queueInvitations, makeCohosts })
  const reconcile = createReconcile({
    database,
    sfu,
    rooms: callRooms,
    close: calls.close,
    changedBy,
    alignPermissions: permissions.align,
    forgetMessages,
    forgetReports: reports.forget,
    tidyLobbies: lobby.tidyUp,
  })
  repeatWhileListening(app, reconcile, reconcileEveryMilliseconds)
  repeatWhileListening(app, meetings.tidyUp, tidyMeetingsEveryMilliseconds)
  const settleBreakouts = createSettle({ prisma, sfu, change: callState.change })
  repeatWhileListening(app, settleBreakouts, settleEveryMilliseconds)

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
    const signOut = createSignOut({ signIn, secure: config.secure })
    authRoutes(mount, { signIn, signOut, rateLimit, currentAgent })
    meRoutes(mount, { prisma, currentAgent })
    const { isInCall } = createParticipants(database)
    roomRoutes(mount, { prisma, rooms, rateLimit, currentAgent, findRoomAccess, allowedAccessLevels, isInCall })
    const putAgentOut = async (agentId: string) => {
      await lobby.withdrawAgent(agentId)
      await calls.removeAgent(agentId)
    }
    memberRoutes(mount, { members, rateLimit, currentAgent, findRoomAccess })
    meetings.routes(mount, { rateLimit, currentAgent, roomFor: createRoomForMeeting({ prisma, rooms }) })
    const bans = createBans({ prisma, events, audit, remove: calls.remove, rolesChanged })
    banRoutes(mount, { bans, rateLimit, currentAgent, findRoomAccess })
    adminRoomRoutes(mount, { prisma, currentAgent, rooms, endOpenCall })
    adminUserRoutes(mount, {
      prisma,
      events,
      audit,
      currentAgent,
      endSessionsOf: (userId) => endSessionsOf(database, userId),
      putAgentOut,
    })
    const sessions = createAgentSessions({
      database,
      events,
      audit,
      sessionSecret: config.session.secret,
      putOutStrays: createPutOutStrays({ prisma, disconnect: calls.disconnect }),
    })
    profileRoutes(mount, {
      prisma,
      audit,
      rateLimit,
      currentAgent,
      nameChoice: config.nameChoice,
      chooseName: createChooseName({ prisma, audit, nameChoice: config.nameChoice }),
      sessions,
      exporting: { prisma, personKey, listMembers: members.list, listSessions: (id) => sessions.list(id, '') },
      erase: createErase({
        prisma,
        events,
        audit,
        personKey,
        accountKey,
        deleteRoom: rooms.remove,
        putAgentOut,
        disconnect: calls.disconnect,
      }),
      signOut,
    })
    callRoutes(mount, { calls, currentAgent, currentParticipant, callState })
    const mustBeHost = policies['call-host']
    const hands = createHands({ prisma, audit, callState })
    handRoutes(mount, { hands, callState, rateLimit, currentAgent, currentParticipant, mustBeHost })
    permissionRoutes(mount, { permissions, rateLimit, currentAgent })
    const mustBeAllowed = createMustBeAllowed(database)
    reactionRoutes(mount, { sfu, rateLimit, currentParticipant, mustBeAllowed })
    nameRoutes(mount, { names, rateLimit, currentAgent, currentParticipant, mustBeAllowed, mustBeHost })
    const mustBeOwner = policies['call-owner']
    const stops = createStops({ prisma, sfu, audit, floor: permissions.floor })
    moderationRoutes(mount, { stops, roles, rateLimit, currentAgent, currentParticipant, mustBeOwner })
    reportRoutes(mount, { reports, rateLimit, currentParticipant })
    clockRoutes(mount, { clocks: createClocks({ prisma, audit, callState }), rateLimit, currentAgent })
    const { speakingTime: measured } = config
    speakingRoutes(mount, { speaking: createSpeaking(prisma), measured, rateLimit, currentParticipant })
    hearingRoutes(mount, { prisma, sfu, rateLimit, currentParticipant })
    chatRoutes(mount, { chat, rateLimit, currentParticipant, mustBeAllowed, mustBeHost })
    const leading = { rateLimit, currentAgent, currentParticipant, isCallHost: createIsCallHost(policies) }
    pollRoutes(mount, { polls, answers: createPollAnswers({ prisma, audit }), ...leading })
    questionRoutes(mount, { questions, ...leading })
    const signalUrl = config.publicUrl.origin.replace(/^http/, 'ws')
    breakoutRoutes(mount, {
      breakouts: createBreakouts({ prisma, audit, change: callState.change, settle: settleBreakouts }),
      places: createPlaces({ prisma, tokens, signalUrl, change: callState.change, changedBy }),
      rateLimit,
      currentAgent,
      currentParticipant,
      mustBeHost,
    })
    joinRoutes(mount, {
      database,
      tokens,
      rateLimit,
      findRoomAccess,
      ask: lobby.ask,
      tellHosts: lobby.tellHosts,
      openCall: calls.openCall,
      yieldName: names.yieldTo,
      isBarred: createIsBarred(database, config.secure),
      isMicrophoneOn: (callId, identity) => orSfuProblem(sfu.isMicrophoneOn(callId, identity)),
      allowedAccessLevels: config.allowedAccessLevels,
      muteOnEntryFrom: config.muteOnEntryFrom,
      signalUrl,
    })
    const stillSignedIn = createStillSignedIn(database)
    lobbyRoutes(mount, { lobby, rateLimit, findRoomAccess })
    lobbyStreams(mount, { lobby, rateLimit, findRoomAccess, streams, events, currentAgent, stillSignedIn })
    refuseOtherMethods()
  })

  await registerWeb(app, config.webDist)
  return app
}
