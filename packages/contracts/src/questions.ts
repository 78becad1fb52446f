import * as z from 'zod/mini'
import { callParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'
import { lineSchema, linesSchema } from './plain-text.ts'
import { instantSchema } from './scalars.ts'

export const questionMaxLengths = { question: 300, answer: 1000 } as const

/** A dismissed question is shown to hosts alone, who may reopen it. */
export const questionStateSchema = z.enum(['open', 'answered', 'dismissed'])
export type QuestionState = z.infer<typeof questionStateSchema>

/** A question as everybody in the call sees it. */
export const questionSchema = z.object({
  id: z.uuid(),
  /** A greater one replaces a smaller one. */
  revision: z.int(),
  text: z.string(),
  state: questionStateSchema,
  /** Null where it was asked anonymously: nobody is told, hosts included. */
  author: z.nullable(z.object({ name: z.string(), verified: z.boolean() })),
  votes: z.int(),
  /** What a host wrote; null where it was answered aloud, or not at all. */
  answer: z.nullable(z.string()),
  /** To the minute. */
  askedAt: instantSchema,
})
export type Question = z.infer<typeof questionSchema>

/** The same with what concerns the caller alone. */
export const questionViewSchema = z.extend(questionSchema, { own: z.boolean(), voted: z.boolean() })
export type QuestionView = z.infer<typeof questionViewSchema>

export const questionSettingsSchema = z.object({ anonymous: z.boolean() })
export type QuestionSettings = z.infer<typeof questionSettingsSchema>

/** Payload of the `questions` topic, once a second at most: what changed; what does not go into a message is to be asked for. */
export const questionNewsSchema = z.object({
  questions: z.array(questionSchema),
  /** These are not shown to everybody any more. */
  gone: z.array(z.uuid()),
  settings: questionSettingsSchema,
  /** There is more than this message could carry. */
  more: z.boolean(),
})
export type QuestionNews = z.infer<typeof questionNewsSchema>

const questionParams = z.object({ callId: z.uuid(), questionId: z.uuid() })

export const listQuestions = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/questions',
  summary: 'The questions of a call, 200 at most: those that are open first, then by votes',
  policy: 'call-participant',
  params: callParams,
  response: z.object({
    questions: z.array(questionViewSchema),
    settings: questionSettingsSchema,
  }),
  problems: ['forbidden', 'rate_limited'],
})

export const askQuestion = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/questions',
  summary: 'Ask the hosts something, for everybody to see',
  policy: 'call-participant',
  params: callParams,
  body: z.object({
    /** Which of the caller’s participants asks; two tabs are two. */
    identity: z.uuid(),
    text: lineSchema(questionMaxLengths.question),
    /** Only where the hosts allow it. */
    anonymous: z._default(z.boolean(), false),
  }),
  response: questionViewSchema,
  status: 201,
  problems: ['invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})

export const voteQuestion = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/questions/:questionId/vote',
  summary: 'Vote a question up, once per person, or take that back',
  policy: 'call-participant',
  params: questionParams,
  body: z.object({ up: z.boolean() }),
  response: questionViewSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited'],
})

export const settleQuestion = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/questions/:questionId/state',
  summary: 'Mark a question answered, aloud or in writing, dismiss it, or open it again',
  policy: 'call-host',
  params: questionParams,
  body: z.object({
    state: questionStateSchema,
    answer: z.optional(linesSchema(questionMaxLengths.answer)),
  }),
  response: questionViewSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited'],
})

export const setQuestionSettings = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/questions/settings',
  summary: 'Allow anonymous questions in a call, or no longer',
  policy: 'call-host',
  params: callParams,
  body: questionSettingsSchema,
  response: questionSettingsSchema,
  problems: ['invalid_request', 'forbidden', 'rate_limited'],
})
