import type { Prisma as Sql } from '../../generated/prisma/client.ts'

/** What becomes of one table's rows about an agent: in the export, and when the account is erased. */
interface Decision {
  /** The part of the export that they are in, or why they are in none. */
  readonly exported: `in ${string}` | `not: ${string}`
  readonly erased: string
}

const nobodys = (why: string): Decision => ({ exported: `not: ${why}`, erased: 'stays' })

/** Every table, so that nobody adds one without having decided. */
export const personalData: Record<Sql.ModelName, Decision> = {
  User: { exported: 'in account', erased: 'deleted' },
  Room: { exported: 'in rooms', erased: 'deleted with calls and chat, unless given away before' },
  RoomMember: { exported: 'in memberships', erased: 'deleted' },
  RoomInvitation: {
    exported: 'not: what hosts have said of an address before somebody signed in by it; of one’s own rooms in rooms',
    erased: 'stays with the room that it is of',
  },
  Call: nobodys('of a room; when one was there is in participations'),
  CallName: nobodys('gone with the call'),
  Participant: { exported: 'in participations', erased: 'kept as attendance without account, name and session' },
  ChatMessage: { exported: 'in messages', erased: 'kept without the name, until its time is over' },
  Poll: nobodys('of a room, without a word of who made it'),
  PollVote: { exported: 'in pollVotes', erased: 'kept without the name: it is part of a result' },
  Question: { exported: 'in questions', erased: 'kept without the name, until its time is over' },
  QuestionVote: nobodys(
    'a count of others’ questions; leads to nobody without the server’s secret, and goes with the chat',
  ),
  BreakoutSession: nobodys('of a call, and gone with it'),
  Breakout: nobodys('of a call, and gone with it'),
  LobbyEntry: { exported: 'in requestsToEnter', erased: 'deleted' },
  RoomBan: {
    exported: 'in bans',
    erased: 'kept without the name, by a key that finds the next account of the same person',
  },
  Report: { exported: 'in reports', erased: 'kept until its time is over, or nobody could look into it' },
  AuditEvent: { exported: 'in auditEvents', erased: 'stays: ids that lead to nobody any more' },
  Session: { exported: 'in sessions', erased: 'deleted' },
  Meeting: { exported: 'in meetings', erased: 'cancelled with its room; in another’s room the owner’s from then on' },
  MeetingException: { exported: 'in meetings', erased: 'as the meeting' },
  Invitee: { exported: 'in invitations', erased: 'kept with the meeting of whoever has invited the address' },
  CalendarFeed: { exported: 'in calendars', erased: 'deleted' },
  RateLimit: nobodys('a counter that is over within the hour'),
  WebhookEvent: nobodys('the SFU’s own'),
}
