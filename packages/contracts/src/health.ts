import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'

const state = z.enum(['up', 'down'])

export const healthSchema = z.object({ status: state, database: state, sfu: state })

export const healthLive = defineEndpoint({
  method: 'GET',
  path: '/health/live',
  summary: 'The process answers',
  policy: 'anyone',
  response: z.object({ status: state }),
  problems: [],
})

/** 200 when database and SFU answer; 503 with the same body when one does not. */
export const healthReady = defineEndpoint({
  method: 'GET',
  path: '/health/ready',
  summary: 'The process can serve: database and SFU answer',
  policy: 'anyone',
  response: healthSchema,
  problems: [],
})
