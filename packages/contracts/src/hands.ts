import * as z from 'zod/mini'
import { callParams, callStateSchema, participantParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'

export const raiseHand = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/participants/:identity/hand',
  summary: 'Raise one’s own hand; one that is up keeps its place',
  policy: 'call-participant',
  params: participantParams,
  response: callStateSchema,
  problems: ['forbidden', 'rate_limited'],
})

export const lowerHand = defineEndpoint({
  method: 'DELETE',
  path: '/calls/:callId/participants/:identity/hand',
  summary: 'Lower a hand: one’s own, or as a host anybody’s',
  policy: 'call-participant',
  params: participantParams,
  response: callStateSchema,
  problems: ['forbidden', 'not_found', 'rate_limited'],
})

export const lowerAllHands = defineEndpoint({
  method: 'DELETE',
  path: '/calls/:callId/hands',
  summary: 'Lower every hand',
  policy: 'call-host',
  params: callParams,
  response: callStateSchema,
  problems: ['forbidden', 'rate_limited'],
})

export const setSpotlight = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/spotlight',
  summary: 'Put somebody in the middle for everybody, or with null nobody',
  policy: 'call-host',
  params: callParams,
  body: z.object({ identity: z.nullable(z.uuid()) }),
  response: callStateSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited'],
})
