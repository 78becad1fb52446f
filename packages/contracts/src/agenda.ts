import * as z from 'zod/mini'
import { callParams, callStateSchema } from './calls.ts'
import { longestClockMinutes } from './clocks.ts'
import { defineEndpoint } from './endpoint.ts'
import { normalizeName } from './names.ts'

export const mostAgendaItems = 30
export const longestAgendaTitle = 120

/** 1 to 120 characters after normalisation. */
export const agendaTitleSchema = z
  .string()
  .check(z.maxLength(800), z.overwrite(normalizeName), z.minLength(1), z.maxLength(longestAgendaTitle))

const planned = {
  /** The browser’s own name for it: an item that is moved or renamed keeps the time it has used. */
  id: z.uuid(),
  title: agendaTitleSchema,
  minutes: z.int().check(z.minimum(1), z.maximum(longestClockMinutes)),
}
export const agendaItemSchema = z.object({ ...planned, usedMs: z.int() })
export type AgendaItem = z.infer<typeof agendaItemSchema>

/** All of an agenda, in order; where it is, is in the call’s state. */
export const agendaSchema = z.object({ edition: z.int(), items: z.array(agendaItemSchema) })
export type Agenda = z.infer<typeof agendaSchema>

export const getAgenda = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/agenda',
  summary: 'The agenda of a call',
  policy: 'call-participant',
  params: callParams,
  response: agendaSchema,
  problems: ['forbidden', 'rate_limited'],
})

export const putAgenda = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/agenda',
  summary: 'Write the agenda anew; a conflict where somebody else has done so since `edition`',
  policy: 'call-host',
  params: callParams,
  body: z.object({
    edition: z.int(),
    items: z.array(z.object(planned)).check(
      z.maxLength(mostAgendaItems),
      z.refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'ids must differ'),
    ),
  }),
  response: agendaSchema,
  problems: ['invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})

export const goInAgenda = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/agenda/go',
  summary: 'Go from the current item to another, or from none to begin, or to none to end; pauses the timer',
  policy: 'call-host',
  params: callParams,
  body: z.object({
    /** Where the caller believes the agenda to be: two hosts who go on at once go one step, not two. */
    from: z.nullable(z.uuid()),
    to: z.nullable(z.uuid()),
  }),
  response: callStateSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'conflict', 'rate_limited'],
})

export const changeAgendaClock = defineEndpoint({
  method: 'PATCH',
  path: '/calls/:callId/agenda',
  summary: 'Pause or resume the clock of the current item',
  policy: 'call-host',
  params: callParams,
  body: z.object({ running: z.boolean() }),
  response: callStateSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited'],
})
