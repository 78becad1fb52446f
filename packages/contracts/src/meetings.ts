import * as z from 'zod/mini'
import { longestAgendaTitle, mostAgendaItems } from './agenda.ts'
import { longestClockMinutes } from './clocks.ts'
import { defineEndpoint } from './endpoint.ts'
import { displayNameSchema } from './names.ts'
import { lineSchema, linesSchema } from './plain-text.ts'
import { roomRoleSchema } from './rooms.ts'
import { emailSchema, instantSchema, slugSchema } from './scalars.ts'

export const mostInvitees = 500
export const mostReminders = 3
/** A day. */
export const longestMeetingMinutes = 1440
/** Four weeks, as calendars offer. */
export const longestReminderMinutes = 40_320
export const longestMeetingTitle = 120

/** A date and time to the minute as clocks on the wall show it, its zone said elsewhere: `2026-03-29T09:30`. */
export const wallTimeSchema = z
  .string()
  .check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/))

/** A zone of the IANA database, such as `Europe/Paris`; the API knows which there are. */
export const timeZoneSchema = z.string().check(z.maxLength(64), z.regex(/^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/))

/** The value of an RRULE (RFC 5545, section 3.3.10), such as `FREQ=WEEKLY;BYDAY=MO`; daily at the most often. */
export const recurrenceRuleSchema = z
  .string()
  .check(z.maxLength(300), z.toUpperCase(), z.regex(/^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+)*$/))

export const replySchema = z.enum(['pending', 'accepted', 'tentative', 'declined'])
export type Reply = z.infer<typeof replySchema>

const duration = z.int().check(z.minimum(1), z.maximum(longestMeetingMinutes))
const title = lineSchema(longestMeetingTitle)
const description = z.union([z.literal(''), linesSchema(4000)])

export const plannedItemSchema = z.object({
  title: lineSchema(longestAgendaTitle),
  minutes: z.int().check(z.minimum(1), z.maximum(longestClockMinutes)),
})

export type PlannedItem = z.infer<typeof plannedItemSchema>

const invited = {
  email: emailSchema,
  /** As the organiser writes it; null: not known. */
  name: z._default(z.nullable(displayNameSchema), null),
  /** Made a co-host of the room. */
  cohost: z._default(z.boolean(), false),
  /** Need not come. */
  optional: z._default(z.boolean(), false),
}
export const invitedSchema = z.object(invited)
export type Invited = z.infer<typeof invitedSchema>

const fields = {
  title,
  description,
  agenda: z.array(plannedItemSchema).check(z.maxLength(mostAgendaItems)),
  start: wallTimeSchema,
  timeZone: timeZoneSchema,
  durationMinutes: duration,
  /** Null: once. */
  recurrence: z.nullable(recurrenceRuleSchema),
  /** How long before the start calendars remind. */
  reminderMinutes: z
    .array(z.int().check(z.minimum(0), z.maximum(longestReminderMinutes)))
    .check(z.maxLength(mostReminders)),
  invitees: z.array(invitedSchema).check(
    z.maxLength(mostInvitees),
    z.refine((list) => new Set(list.map(({ email }) => email)).size === list.length, 'addresses must differ'),
  ),
}
const noAgenda: z.infer<typeof plannedItemSchema>[] = []

export const newMeetingSchema = z.object({
  ...fields,
  description: z._default(description, ''),
  agenda: z._default(fields.agenda, () => [...noAgenda]),
  recurrence: z._default(fields.recurrence, null),
  reminderMinutes: z._default(fields.reminderMinutes, () => [10]),
  invitees: z._default(fields.invitees, () => []),
  /** Where it takes place; null: in a new room of this name. */
  room: z.nullable(slugSchema),
})
export type NewMeeting = z.infer<typeof newMeetingSchema>

export const meetingChangeSchema = z.object({
  /** The version that the change was made from. */
  version: z.int(),
  title: z.optional(fields.title),
  description: z.optional(fields.description),
  agenda: z.optional(fields.agenda),
  start: z.optional(fields.start),
  timeZone: z.optional(fields.timeZone),
  durationMinutes: z.optional(fields.durationMinutes),
  recurrence: z.optional(fields.recurrence),
  reminderMinutes: z.optional(fields.reminderMinutes),
  invitees: z.optional(fields.invitees),
})
export type MeetingChange = z.infer<typeof meetingChangeSchema>

const place = z.object({ slug: slugSchema, name: z.string() })
/** What the caller is: who planned it, a host of its room, or somebody invited. */
const meetingRole = z.enum(['organizer', 'host', 'invitee'])

/** One date of a meeting. */
export const occurrenceSchema = z.object({
  meetingId: z.uuid(),
  /** When it was to begin by the rule: what the date is called by, whatever it was moved to. */
  recurrenceId: wallTimeSchema,
  title: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  recurring: z.boolean(),
  room: place,
  organizerName: z.string(),
  role: meetingRole,
  /** The caller's own; null: was not asked. */
  reply: z.nullable(replySchema),
})
export type Occurrence = z.infer<typeof occurrenceSchema>

/** What differs on one date. */
export const exceptionSchema = z.object({
  recurrenceId: wallTimeSchema,
  cancelled: z.boolean(),
  title: z.string(),
  start: wallTimeSchema,
  durationMinutes: z.int(),
})
export type MeetingException = z.infer<typeof exceptionSchema>

export const inviteeSchema = z.object({
  email: z.string(),
  name: z.nullable(z.string()),
  cohost: z.boolean(),
  optional: z.boolean(),
  reply: replySchema,
  repliedAt: z.nullable(instantSchema),
  /** That the mail server of this address has refused it for good. */
  undeliverable: z.boolean(),
})
export type Invitee = z.infer<typeof inviteeSchema>

export const meetingSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  cancelled: z.boolean(),
  title: z.string(),
  description: z.string(),
  agenda: z.array(plannedItemSchema),
  start: wallTimeSchema,
  timeZone: z.string(),
  durationMinutes: z.int(),
  recurrence: z.nullable(z.string()),
  reminderMinutes: z.array(z.int()),
  room: z.object({ ...place.shape, role: z.nullable(roomRoleSchema) }),
  organizerName: z.string(),
  role: meetingRole,
  reply: z.nullable(replySchema),
  /** For hosts; those who are invited are not told of each other. */
  invitees: z.nullable(z.array(inviteeSchema)),
  exceptions: z.array(exceptionSchema),
  /** The next dates, ten at most. */
  next: z.array(z.object({ recurrenceId: wallTimeSchema, startsAt: instantSchema, endsAt: instantSchema })),
})
export type Meeting = z.infer<typeof meetingSchema>

const meetingParams = z.object({ meetingId: z.uuid() })
const occurrenceParams = z.object({ meetingId: z.uuid(), recurrenceId: wallTimeSchema })
const versioned = z.object({ version: z.int() })

export const listMeetings = defineEndpoint({
  method: 'GET',
  path: '/meetings',
  summary: 'Dates of meetings that the agent plans, hosts or is invited to, the next first; those going on included',
  policy: 'agent',
  query: z.object({
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 25),
    /** Begin here instead of now. */
    from: z.optional(instantSchema),
    /** Of this room alone. */
    room: z.optional(slugSchema),
    search: z.optional(z.string().check(z.maxLength(100), z.trim())),
  }),
  response: z.object({ items: z.array(occurrenceSchema), nextCursor: z.nullable(z.string()) }),
  problems: ['unauthenticated', 'invalid_request'],
})

export const createMeeting = defineEndpoint({
  method: 'POST',
  path: '/meetings',
  summary: 'Plan a meeting in a room that one hosts, or in a new one',
  policy: 'agent',
  body: newMeetingSchema,
  response: meetingSchema,
  status: 201,
  problems: ['unauthenticated', 'invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})

export const getMeeting = defineEndpoint({
  method: 'GET',
  path: '/meetings/:meetingId',
  summary: 'A meeting with its next dates',
  policy: 'meeting-viewer',
  params: meetingParams,
  response: meetingSchema,
  problems: ['forbidden'],
})

export const updateMeeting = defineEndpoint({
  method: 'PATCH',
  path: '/meetings/:meetingId',
  summary: 'Change a meeting; a conflict that names what differs where somebody else changed it since `version`',
  policy: 'meeting-host',
  params: meetingParams,
  body: meetingChangeSchema,
  response: meetingSchema,
  problems: ['invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})

export const cancelMeeting = defineEndpoint({
  method: 'DELETE',
  path: '/meetings/:meetingId',
  summary: 'Cancel a meeting; the room stays',
  policy: 'meeting-host',
  params: meetingParams,
  response: null,
  problems: ['forbidden', 'rate_limited'],
})

export const changeOccurrence = defineEndpoint({
  method: 'PUT',
  path: '/meetings/:meetingId/occurrences/:recurrenceId',
  summary: 'Move or rename one date of a recurring meeting, or have it take place after all',
  policy: 'meeting-host',
  params: occurrenceParams,
  body: z.object({ ...versioned.shape, title: fields.title, start: fields.start, durationMinutes: duration }),
  response: meetingSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'conflict', 'rate_limited'],
})

export const cancelOccurrence = defineEndpoint({
  method: 'POST',
  path: '/meetings/:meetingId/occurrences/:recurrenceId/cancel',
  summary: 'Cancel one date of a recurring meeting',
  policy: 'meeting-host',
  params: occurrenceParams,
  body: versioned,
  response: meetingSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'conflict', 'rate_limited'],
})

export const replyToMeeting = defineEndpoint({
  method: 'PUT',
  path: '/meetings/:meetingId/reply',
  summary: 'Say whether one comes, as an agent who is invited',
  policy: 'meeting-viewer',
  params: meetingParams,
  body: z.object({ reply: z.enum(['accepted', 'tentative', 'declined']) }),
  response: meetingSchema,
  problems: ['invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})
