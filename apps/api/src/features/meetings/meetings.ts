import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { type FeedRoutesDeps, feedRoutes } from './feed.routes.ts'
import { createFeed } from './feed.ts'
import type { QueueInvitations } from './invitation-jobs.ts'
import { invitationRoutes } from './invitations.routes.ts'
import { createMeetingView } from './meeting-view.ts'
import { type MeetingRoutesDeps, meetingRoutes } from './meetings.routes.ts'
import { createMeetings, type MeetingsDeps } from './meetings.service.ts'
import { createReplies } from './replies.ts'
import { createReplyTokens } from './reply-links.ts'

interface Deps {
  readonly prisma: Prisma
  readonly audit: Audit
  readonly config: {
    readonly publicUrl: URL
    readonly productName: string
    readonly meetingRetentionDays: number
    readonly session: { readonly secret: string }
  }
  readonly queueInvitations: QueueInvitations
  readonly makeCohosts: MeetingsDeps['makeCohosts']
}
type RoutesDeps = Pick<MeetingRoutesDeps, 'roomFor'> & Pick<FeedRoutesDeps, 'rateLimit' | 'currentAgent'>

/** All of meetings: what is planned, who comes, and calendars to subscribe to. */
export function createMeetingFeature({ prisma, audit, config, queueInvitations, makeCohosts }: Deps) {
  const { publicUrl, productName } = config
  const viewOf = createMeetingView(prisma)
  const meetings = createMeetings({
    prisma,
    audit,
    queueInvitations,
    makeCohosts,
    viewOf,
    host: publicUrl.hostname,
    retentionDays: config.meetingRetentionDays,
  })
  const replies = createReplies({ prisma, replyTokens: createReplyTokens(config.session.secret) })
  const feed = createFeed({ prisma, publicUrl, productName })

  return {
    /** Moves on to next dates, and forgets what has long been over. */
    async tidyUp(): Promise<void> {
      const now = new Date()
      await meetings.advance(now)
      await meetings.forget(now)
    },
    routes(mount: Mount, deps: RoutesDeps): void {
      invitationRoutes(mount, { replies, ...deps })
      feedRoutes(mount, { feed, publicUrl, ...deps })
      meetingRoutes(mount, { prisma, meetings, replies, viewOf, ...deps })
    },
  }
}
