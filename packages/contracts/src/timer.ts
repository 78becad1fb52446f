import * as z from 'zod/mini'
import { callParams, callStateSchema } from './calls.ts'
import { longestClockMinutes } from './clocks.ts'
import { defineEndpoint } from './endpoint.ts'

export const startTimer = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/timer',
  summary: 'Start a countdown that everybody sees; pauses the agenda. A conflict where there is a timer already',
  policy: 'call-host',
  params: callParams,
  body: z.object({ seconds: z.int().check(z.minimum(1), z.maximum(longestClockMinutes * 60)) }),
  response: callStateSchema,
  problems: ['invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})

/** `extend` gives a minute more: to what is left, or where time is up, from now on. */
export const timerActionSchema = z.enum(['pause', 'resume', 'extend'])
export type TimerAction = z.infer<typeof timerActionSchema>

export const changeTimer = defineEndpoint({
  method: 'PATCH',
  path: '/calls/:callId/timer',
  summary: 'Pause or resume the timer, or give it a minute more',
  policy: 'call-host',
  params: callParams,
  body: z.object({ action: timerActionSchema }),
  response: callStateSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited'],
})

export const stopTimer = defineEndpoint({
  method: 'DELETE',
  path: '/calls/:callId/timer',
  summary: 'Take the timer away',
  policy: 'call-host',
  params: callParams,
  response: callStateSchema,
  problems: ['forbidden', 'rate_limited'],
})
