import {
  cancelMeeting,
  cancelOccurrence,
  changeOccurrence,
  createMeeting,
  getMeeting,
  listMeetings,
  type Meeting,
  replyToMeeting,
  updateMeeting,
} from '@visavis/contracts'
import type { User } from '../../generated/prisma/client.ts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Mount, PolicyCheck } from '../../platform/endpoints.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import { listOccurrences } from './meeting-list.ts'
import type { Meetings } from './meetings.service.ts'
import type { Replies } from './replies.ts'

export interface MeetingRoutesDeps {
  readonly prisma: Prisma
  readonly meetings: Meetings
  readonly replies: Replies
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  viewOf(meetingId: string, agent: User): Promise<Meeting>
  /** The id of a room that the agent hosts, or of a new one of this name. Throws `forbidden`. */
  roomFor(agent: User, slug: string | null, name: string): Promise<string>
}

/** Meetings: what is planned, by whom, and who comes. */
export function meetingRoutes(mount: Mount, deps: MeetingRoutesDeps): void {
  const { prisma, meetings, replies, currentAgent, viewOf } = deps
  const paced = { before: ((request) => deps.rateLimit(request, 'meetingsPerSession')) satisfies PolicyCheck }

  mount(listMeetings, async ({ query, raw }) => listOccurrences(prisma, await requireAgent(currentAgent, raw), query))

  mount(
    createMeeting,
    async ({ body: { room, ...plan }, raw }) => {
      const agent = await requireAgent(currentAgent, raw)
      return meetings.create(agent, () => deps.roomFor(agent, room, plan.title), plan)
    },
    paced,
  )

  mount(getMeeting, async ({ params, raw }) => viewOf(params.meetingId, await requireAgent(currentAgent, raw)))

  mount(
    updateMeeting,
    async ({ params, body, raw }) => meetings.update(params.meetingId, await requireAgent(currentAgent, raw), body),
    paced,
  )

  mount(
    cancelMeeting,
    async ({ params, raw }) => {
      await meetings.cancel(params.meetingId, await requireAgent(currentAgent, raw))
      return undefined
    },
    paced,
  )

  mount(
    changeOccurrence,
    async ({ params: { meetingId, recurrenceId }, body: { version, ...change }, raw }) =>
      meetings.except(meetingId, await requireAgent(currentAgent, raw), recurrenceId, version, change),
    paced,
  )

  mount(
    cancelOccurrence,
    async ({ params: { meetingId, recurrenceId }, body: { version }, raw }) =>
      meetings.except(meetingId, await requireAgent(currentAgent, raw), recurrenceId, version, null),
    paced,
  )

  mount(
    replyToMeeting,
    async ({ params: { meetingId }, body: { reply }, raw }) => {
      const agent = await requireAgent(currentAgent, raw)
      await replies.ofAgent(meetingId, agent, reply)
      return viewOf(meetingId, agent)
    },
    paced,
  )
}
