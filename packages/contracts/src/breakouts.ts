import * as z from 'zod/mini'
import { callParams, participantParams } from './calls.ts'
import { messageTextSchema } from './chat.ts'
import { defineEndpoint } from './endpoint.ts'
import { roomNameSchema } from './names.ts'
import { instantSchema } from './scalars.ts'

/** `recalling`: everybody is to be back at `closesAt`. `closed`: they are, and the rooms are being emptied. */
export const breakoutPhaseSchema = z.enum(['draft', 'open', 'recalling', 'closed'])
export type BreakoutPhase = z.infer<typeof breakoutPhaseSchema>

export const breakoutsAtMost = 50

const planFields = {
  /** People choose their room themselves. */
  byChoice: z.boolean(),
  /** People are taken to their room after a moment's notice; else they are invited to go. */
  automatic: z.boolean(),
  /** Late arrivals go to the smallest room; else they stay in the main call. */
  placesLatecomers: z.boolean(),
  /** How long they last; null: until a host calls everybody back. */
  minutes: z.nullable(z.int().check(z.minimum(1), z.maximum(480))),
  /** How much notice a call back gives. */
  countdownSeconds: z.int().check(z.minimum(10), z.maximum(60)),
}

/** A breakout room as whoever asks may see it. */
const breakoutSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** How many are there. */
  present: z.int(),
  /** Since when somebody there asks for a host: told to hosts, and to who is there. */
  helpAskedAt: z.nullable(instantSchema),
})
export type Breakout = z.infer<typeof breakoutSchema>

/** Somebody of the call: where a host wants them to be, and where they are; null is nowhere in particular, and the main call. */
const breakoutPersonSchema = z.object({
  identity: z.uuid(),
  displayName: z.string(),
  host: z.boolean(),
  assignedId: z.nullable(z.uuid()),
  placeId: z.nullable(z.uuid()),
})
export type BreakoutPerson = z.infer<typeof breakoutPersonSchema>

export const breakoutsSchema = z.object({
  phase: breakoutPhaseSchema,
  ...planFields,
  openedAt: z.nullable(instantSchema),
  /** When the call back begins by itself. */
  endsAt: z.nullable(instantSchema),
  closesAt: z.nullable(instantSchema),
  /** The last thing that a host has told all rooms. */
  announcement: z.nullable(z.object({ text: z.string(), at: instantSchema })),
  /** In their order; a plan is shown to hosts alone. */
  rooms: z.array(breakoutSchema),
  /** Who is in the call: for hosts alone. */
  people: z.nullable(z.array(breakoutPersonSchema)),
  /** One's own. */
  own: z.object({
    assignedId: z.nullable(z.uuid()),
    assignedAt: z.nullable(instantSchema),
    placeId: z.nullable(z.uuid()),
  }),
})
export type Breakouts = z.infer<typeof breakoutsSchema>

export const getBreakouts = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/breakouts',
  summary: 'The breakout rooms of a call, as far as the caller may know of them',
  policy: 'call-participant',
  params: callParams,
  query: z.object({ identity: z.uuid() }),
  response: breakoutsSchema,
  problems: ['invalid_request', 'forbidden', 'rate_limited'],
})

export const breakoutPlanSchema = z.object({
  ...planFields,
  rooms: z
    .array(
      z.object({
        /** Of one that there is; without, it is made. */
        id: z.optional(z.uuid()),
        name: roomNameSchema,
      }),
    )
    .check(z.minLength(1), z.maxLength(breakoutsAtMost)),
})
export type BreakoutPlan = z.infer<typeof breakoutPlanSchema>

export const planBreakouts = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/breakouts',
  summary:
    'Say which breakout rooms there are to be, and how; rooms that are open can be renamed and added to, not taken away',
  policy: 'call-host',
  params: callParams,
  body: breakoutPlanSchema,
  response: null,
  problems: ['invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})

export const assignBreakouts = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/breakouts/assignments',
  summary: 'Assign people to breakout rooms, or with null to none: they go back to the main call',
  policy: 'call-host',
  params: callParams,
  body: z.object({
    assignments: z
      .array(z.object({ identity: z.uuid(), breakoutId: z.nullable(z.uuid()) }))
      .check(z.minLength(1), z.maxLength(500)),
  }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited'],
})

export const shuffleBreakouts = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/breakouts/shuffle',
  summary: 'Assign everybody but hosts at random, as many to each room; not while they are open',
  policy: 'call-host',
  params: callParams,
  response: null,
  problems: ['forbidden', 'conflict', 'rate_limited'],
})

export const openBreakouts = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/breakouts/open',
  summary: 'Open the planned breakout rooms; those that are open stay so',
  policy: 'call-host',
  params: callParams,
  response: null,
  problems: ['forbidden', 'conflict', 'rate_limited'],
})

export const recallBreakouts = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/breakouts/recall',
  summary: 'Call everybody back, after the countdown or at once; of two the earlier end holds',
  policy: 'call-host',
  params: callParams,
  body: z.object({ at: z.enum(['once', 'countdown']) }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'rate_limited'],
})

export const announcementMaxLength = 500

export const announceToBreakouts = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/breakouts/announcement',
  summary: 'Tell everybody in all breakout rooms something',
  policy: 'call-host',
  params: callParams,
  body: z.object({ text: messageTextSchema.check(z.maxLength(announcementMaxLength)) }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})

const breakoutParams = z.object({ callId: z.uuid(), breakoutId: z.uuid() })

export const askForHelp = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/breakouts/:breakoutId/help',
  summary: 'Ask hosts to come to the breakout room that one is in',
  policy: 'call-participant',
  params: breakoutParams,
  body: z.object({ identity: z.uuid() }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'rate_limited'],
})

export const endHelp = defineEndpoint({
  method: 'DELETE',
  path: '/calls/:callId/breakouts/:breakoutId/help',
  summary: 'Take that back, or as a host put it aside',
  policy: 'call-participant',
  params: breakoutParams,
  query: z.object({ identity: z.uuid() }),
  response: null,
  problems: ['invalid_request', 'forbidden', 'rate_limited'],
})

export const changePlace = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/participants/:identity/place',
  summary: 'Go to a breakout room, or with null back to the main call',
  policy: 'call-participant',
  params: participantParams,
  body: z.object({ breakoutId: z.nullable(z.uuid()) }),
  response: z.object({
    /** LiveKit access token of that place, and of no other. */
    token: z.string(),
    signalUrl: z.string(),
    breakout: z.nullable(z.object({ id: z.uuid(), name: z.string() })),
  }),
  problems: ['invalid_request', 'forbidden', 'rate_limited'],
})
