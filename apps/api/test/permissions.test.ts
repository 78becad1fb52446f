import * as contracts from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ActorName, actorNames, createActors } from './actors.ts'
import { createTestApi, type TestApi } from './test-api.ts'

let api: TestApi
let actors: Awaited<ReturnType<typeof createActors>>
beforeAll(async () => {
  api = await createTestApi()
  actors = await createActors(api)
})
afterAll(() => api.close())

interface Target {
  slug: string
  memberId: string
  callId: string
  identity: string
  meetingId: string
}

const pollForm = () => ({ kind: 'single', question: 'Quand ?', options: ['Lundi', 'Mardi'], secret: true, live: true })
const breakoutPlan = {
  byChoice: false,
  automatic: true,
  placesLatecomers: true,
  minutes: null,
  countdownSeconds: 30,
  rooms: [{ name: 'Salle 1' }],
}
const nowhere = { identity: crypto.randomUUID(), breakoutId: null }

const oneDate = { title: 'Comité', start: '2030-01-14T10:00', durationMinutes: 30 }
const meetingPlan = { ...oneDate, start: '2030-01-07T09:30', timeZone: 'Europe/Paris' }

/** The statuses, in the order of `actorNames`, and what is asked for. */
const table: [contracts.Endpoint, statuses: string, body?: () => object][] = [
  // who:                          anonymous, guest, agent, member, cohost, owner, administrator
  [contracts.getSettings, '401 401 200 200 200 200 200'],
  [contracts.updateSettings, '401 401 200 200 200 200 200', () => ({ notifications: { sounds: false } })],
  [contracts.setNewRooms, '401 401 204 204 204 204 204', () => ({ accessLevel: null, settings: {} })],
  [contracts.getProfile, '401 401 200 200 200 200 200'],
  // More of these: features/profile.
  [contracts.chooseName, '401 401 422 422 422 422 422', () => ({ displayName: 'Claire' })],
  [contracts.listSessions, '401 401 200 200 200 200 200'],
  [contracts.endSession, '401 401 404 404 404 404 404'],
  [contracts.endOtherSessions, '401 401 204 204 204 204 204'],
  [contracts.exportData, '401 401 200 200 200 200 200'],
  [contracts.eraseAccount, '401 401 400 400 400 400 400', () => ({ email: 'somebody@else.example' })],
  [contracts.listRooms, '401 401 200 200 200 200 200'],
  [contracts.createRoom, '401 401 201 201 201 201 201', () => ({})],
  [contracts.getRoom, '200 200 200 200 200 200 200'],
  [contracts.updateRoom, '403 403 403 403 200 200 403', () => ({ name: 'Nouveau' })],
  [contracts.deleteRoom, '403 403 403 403 403 204 403'],
  [contracts.giveRoomAway, '403 403 403 403 403 200 403', () => ({ email: actors.emailOfAgent })],
  [contracts.listMembers, '403 403 403 403 200 200 403'],
  [contracts.putMember, '403 403 403 403 403 204 403', () => ({ email: actors.emailOfAgent, role: 'member' })],
  [contracts.deleteMember, '403 403 403 403 403 204 403'],
  [contracts.tellWaiting, '403 403 403 403 204 204 403', () => ({ text: 'Bonjour' })],
  [contracts.decideEntries, '403 403 403 403 200 200 403', () => ({ decision: 'admit', entryIds: [actors.agentId] })],
  // Only for who is in the call: call-state.test.ts.
  [contracts.getCallState, '403 403 403 403 403 403 403'],
  [contracts.raiseHand, '403 403 403 403 403 403 403'],
  [contracts.lowerHand, '403 403 403 403 403 403 403'],
  // Only for who is in the call: features/calls/names.test.ts.
  [contracts.renameParticipant, '403 403 403 403 403 403 403', () => ({ displayName: 'Pauline' })],
  [contracts.sendReaction, '403 403 403 403 403 403 403', () => ({ identity: actors.agentId, reaction: 'yes' })],
  [contracts.confirmHearing, '403 403 403 403 403 403 403', () => ({ heard: [] })],
  [contracts.lowerAllHands, '403 403 403 403 200 200 403'],
  [contracts.lockCall, '403 403 403 403 200 200 403'],
  [contracts.unlockCall, '403 403 403 403 200 200 403'],
  [contracts.grantSources, '403 403 403 403 204 204 403', () => ({ sources: ['microphone'] })],
  [contracts.setSpotlight, '403 403 403 403 200 200 403', () => ({ identity: null })],
  // The same: features/breakouts.
  [contracts.getBreakouts, '403 403 403 403 403 403 403'],
  [contracts.changePlace, '403 403 403 403 403 403 403', () => ({ breakoutId: null })],
  [contracts.askForHelp, '403 403 403 403 403 403 403', () => ({ identity: actors.agentId })],
  [contracts.endHelp, '403 403 403 403 403 403 403'],
  [contracts.planBreakouts, '403 403 403 403 204 204 403', () => breakoutPlan],
  [contracts.assignBreakouts, '403 403 403 403 409 409 403', () => ({ assignments: [nowhere] })],
  [contracts.shuffleBreakouts, '403 403 403 403 409 409 403'],
  [contracts.openBreakouts, '403 403 403 403 409 409 403'],
  [contracts.recallBreakouts, '403 403 403 403 204 204 403', () => ({ at: 'once' })],
  [contracts.announceToBreakouts, '403 403 403 403 409 409 403', () => ({ text: 'Bonjour' })],
  [contracts.startTimer, '403 403 403 403 200 200 403', () => ({ seconds: 60 })],
  [contracts.changeTimer, '403 403 403 403 404 404 403', () => ({ action: 'pause' })],
  [contracts.stopTimer, '403 403 403 403 200 200 403'],
  [contracts.getAgenda, '403 403 403 403 403 403 403'],
  [contracts.putAgenda, '403 403 403 403 200 200 403', () => ({ edition: 0, items: [] })],
  [contracts.goInAgenda, '403 403 403 403 200 200 403', () => ({ from: null, to: null })],
  [contracts.changeAgendaClock, '403 403 403 403 404 404 403', () => ({ running: true })],
  [contracts.reportSpeaking, '403 403 403 403 403 403 403', () => ({ page: actors.agentId, spokenMs: 1 })],
  [contracts.listSpeaking, '403 403 403 403 200 200 403'],
  // The same: features/chat/chat.test.ts.
  [contracts.listMessages, '403 403 403 403 403 403 403'],
  [contracts.sendMessage, '403 403 403 403 403 403 403', () => ({ identity: actors.agentId, text: 'Bonjour' })],
  [contracts.editMessage, '403 403 403 403 403 403 403', () => ({ text: 'Bonsoir' })],
  [contracts.deleteMessage, '403 403 403 403 403 403 403'],
  // More of these: features/polls and features/questions.
  [contracts.listPolls, '403 403 403 403 403 403 403'],
  [contracts.createPoll, '403 403 403 403 201 201 403', pollForm],
  [contracts.updatePoll, '403 403 403 403 404 404 403', pollForm],
  [contracts.deletePoll, '403 403 403 403 404 404 403'],
  [contracts.movePoll, '403 403 403 403 404 404 403', () => ({ state: 'open' })],
  [contracts.votePoll, '403 403 403 403 403 403 403', () => ({ choices: [0] })],
  [contracts.listPollAnswers, '403 403 403 403 403 403 403'],
  [contracts.listPollVotes, '403 403 403 403 404 404 403'],
  [contracts.exportPoll, '403 403 403 403 404 404 403'],
  [contracts.listQuestions, '403 403 403 403 403 403 403'],
  [contracts.askQuestion, '403 403 403 403 403 403 403', () => ({ identity: actors.agentId, text: 'Quand ?' })],
  [contracts.voteQuestion, '403 403 403 403 403 403 403', () => ({ up: true })],
  [contracts.settleQuestion, '403 403 403 403 404 404 403', () => ({ state: 'answered' })],
  [contracts.setQuestionSettings, '403 403 403 403 200 200 403', () => ({ anonymous: true })],
  [contracts.endCall, '403 403 403 403 204 204 403'],
  [contracts.removeParticipant, '403 403 403 403 204 204 403'],
  [contracts.banParticipant, '403 403 403 403 204 204 403'],
  [contracts.listBans, '403 403 403 403 200 200 403'],
  [contracts.liftBan, '403 403 403 403 404 404 403'],
  [contracts.stopSource, '403 403 403 403 204 204 403', () => ({ source: 'camera' })],
  [contracts.muteEverybody, '403 403 403 403 200 200 403', () => ({ except: [] })],
  [contracts.askToSpeak, '403 403 403 403 204 204 403'],
  // Paul, whom it is about, is a guest: features/calls/roles.test.ts.
  [contracts.setParticipantRole, '403 403 403 403 403 422 403', () => ({ role: 'cohost' })],
  [contracts.handOver, '403 403 403 403 403 404 403', () => ({ identity: actors.agentId })],
  // Only for who is in the call: features/reports/reports.test.ts.
  [contracts.reportParticipant, '403 403 403 403 403 403 403', () => ({ reason: 'other', text: '' })],
  [contracts.listMeetings, '401 401 200 200 200 200 200'],
  [contracts.createMeeting, '401 401 201 201 201 201 201', () => ({ ...meetingPlan, room: null })],
  [contracts.getMeeting, '403 403 403 403 200 200 403'],
  [contracts.updateMeeting, '403 403 403 403 200 200 403', () => ({ version: 1, title: 'Autre' })],
  [contracts.cancelMeeting, '403 403 403 403 204 204 403'],
  [contracts.changeOccurrence, '403 403 403 403 200 200 403', () => ({ version: 1, ...oneDate })],
  [contracts.cancelOccurrence, '403 403 403 403 200 200 403', () => ({ version: 1 })],
  // Only for who is invited: features/meetings/meetings.test.ts.
  [contracts.replyToMeeting, '403 403 403 403 409 409 403', () => ({ reply: 'accepted' })],
  [contracts.getFeed, '401 401 200 200 200 200 200'],
  [contracts.renewFeed, '401 401 201 201 201 201 201'],
  [contracts.deleteFeed, '401 401 204 204 204 204 204'],
  [contracts.adminListRooms, '403 403 403 403 403 403 200'],
  [contracts.adminCreateRoom, '403 403 403 403 403 403 201', () => ({ name: 'Accueil', ownerId: actors.agentId })],
  [contracts.adminUpdateRoom, '403 403 403 403 403 403 200', () => ({ name: 'Nouveau' })],
  [contracts.adminDeleteRoom, '403 403 403 403 403 403 204'],
  [contracts.adminEndCall, '403 403 403 403 403 403 204'],
  [contracts.adminListUsers, '403 403 403 403 403 403 200'],
  [contracts.adminUpdateUser, '403 403 403 403 403 403 200', () => ({ role: 'AGENT' })],
]

async function ask(who: ActorName, [endpoint, , body]: (typeof table)[number], target: Target) {
  const path = endpoint.path
    .replace(':slug', target.slug)
    .replace(':callId', target.callId)
    .replace(':identity', target.identity)
    .replace(/:(messageId|pollId|questionId)/, target.identity)
    .replace(':messageId', target.identity)
    .replace(':breakoutId', target.identity)
    .replace(':banId', target.identity)
    .replace(':handle', 'a'.repeat(22))
    .replace(':memberId', target.memberId)
    .replace(':meetingId', target.meetingId)
    .replace(':recurrenceId', '2030-01-14T09:30')
    .replace(':userId', actors.agentId)
  // Both of these say which of the caller's participants asks.
  const asks = endpoint === contracts.getBreakouts || endpoint === contracts.endHelp
  const query = asks ? `?identity=${target.identity}` : ''
  return await actors.browsers[who].request(endpoint.method, `${path}${query}`, body ? { body: body() } : {})
}

describe.each(table)('$method $path', (...row) => {
  const [endpoint, statuses] = row
  const expected = statuses.split(' ').map(Number)

  it.each(actorNames.map((who, n) => [who, expected[n]] as const))('answers %s with %i', async (who, status) => {
    const response = await ask(who, row, await actors.room())
    expect(response.statusCode).toBe(status)
  })

  const refused = actorNames.filter((_, n) => expected[n] === 403)
  if (refused.length === 0 || !/:(slug|callId|meetingId)/.test(endpoint.path)) return
  it('refuses in the same words where there is nothing', async () => {
    const nothing = {
      slug: 'aaa-bbbb-ccc',
      memberId: crypto.randomUUID(),
      callId: crypto.randomUUID(),
      identity: crypto.randomUUID(),
      meetingId: crypto.randomUUID(),
    }
    const there = await actors.room()
    for (const who of refused) {
      const answers = [await ask(who, row, there), await ask(who, row, nothing)].map((response) => {
        const { date: _, ...headers } = response.headers
        const { requestId } = response.json()
        return JSON.stringify([response.statusCode, headers, response.body.replace(requestId, 'request')])
      })
      expect(answers[0]).toBe(answers[1])
    }
  })
})

it('has a row for every endpoint that is not for anyone', () => {
  const endpoints: contracts.Endpoint[] = Object.values(contracts).filter(
    (value) => typeof value === 'object' && 'policy' in value,
  )
  const guarded = endpoints.filter(({ policy, stream }) => policy !== 'anyone' && policy !== 'sfu' && !stream)
  const rows = new Set(table.map(([endpoint]) => endpoint))
  expect(guarded.filter((endpoint) => !rows.has(endpoint)).map(({ path }) => path)).toEqual([])
})
