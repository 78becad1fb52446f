import * as z from 'zod/mini'
import { callParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'
import { lineSchema } from './plain-text.ts'
import { pageOf } from './scalars.ts'

export const pollMaxLengths = { question: 300, option: 120, answer: 300 } as const
export const pollMaxOptions = 12

export const pollKindSchema = z.enum(['single', 'multiple', 'open'])
export type PollKind = z.infer<typeof pollKindSchema>

/** A draft is the hosts' own; a closed poll takes no votes; of a published one everybody knows the results. */
export const pollStateSchema = z.enum(['draft', 'open', 'closed', 'published'])
export type PollState = z.infer<typeof pollStateSchema>

const textsDiffer = (texts: readonly string[]) => new Set(texts.map((text) => text.toLowerCase())).size === texts.length

interface Form {
  kind: PollKind
  options: readonly string[]
  mostChoices: number
}

/** Two options at least where there is something to choose, none where one writes. */
function fitsKind({ kind, options, mostChoices }: Form): boolean {
  if (kind === 'open') return options.length === 0
  const fewest = kind === 'multiple' ? 2 : 1
  return options.length >= 2 && mostChoices >= fewest && mostChoices <= (kind === 'multiple' ? options.length : 1)
}

/** What a host writes. */
export const pollFormSchema = z
  .object({
    kind: pollKindSchema,
    question: lineSchema(pollMaxLengths.question),
    /** Two to twelve different ones; none for an open question. */
    options: z
      .array(lineSchema(pollMaxLengths.option))
      .check(z.maxLength(pollMaxOptions), z.refine(textsDiffer, 'must differ')),
    /** How many options one may choose: 1, unless the kind is `multiple`. */
    mostChoices: z._default(z.int().check(z.minimum(1), z.maximum(pollMaxOptions)), 1),
    /** Nobody, hosts included, can learn who answered what; a vote is then final. Otherwise the hosts see it. */
    secret: z.boolean(),
    /** Everybody sees the results while the poll is open; otherwise once a host publishes them. */
    live: z.boolean(),
  })
  .check(z.refine(fitsKind, { error: 'does not fit the kind', path: ['options'] }))
export type PollForm = z.infer<typeof pollFormSchema>

/** How many answered, and how many chose each option, in the order of the options. */
export const pollResultsSchema = z.object({ voters: z.int(), counts: z.array(z.int()) })
export type PollResults = z.infer<typeof pollResultsSchema>

/** A poll as everybody in the call sees it. */
export const pollSchema = z.object({
  id: z.uuid(),
  /** A greater one replaces a smaller one; it grows with every change and every vote. */
  revision: z.int(),
  state: pollStateSchema,
  kind: pollKindSchema,
  question: z.string(),
  options: z.array(z.string()),
  mostChoices: z.int(),
  secret: z.boolean(),
  live: z.boolean(),
  /** Null while they are not for everybody. */
  results: z.nullable(pollResultsSchema),
})
export type Poll = z.infer<typeof pollSchema>

/** The same as one of them sees it: hosts know more of the results. */
export const pollViewSchema = z.extend(pollSchema, {
  /** How many have answered; for hosts alone while there are no results for everybody. */
  voters: z.nullable(z.int()),
  /** One's own vote; null before it. What it was nobody knows in a secret poll. */
  mine: z.nullable(z.object({ choices: z.array(z.int()), text: z.nullable(z.string()) })),
})
export type PollView = z.infer<typeof pollViewSchema>

/** Payload of the `poll` topic, which goes to everybody: once a second at most while votes come in. */
export const pollNewsSchema = z.union([z.object({ poll: pollSchema }), z.object({ deleted: z.uuid() })])
export type PollNews = z.infer<typeof pollNewsSchema>

const pollParams = z.object({ callId: z.uuid(), pollId: z.uuid() })

export const listPolls = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/polls',
  summary: 'The polls of a call, the newest first; for hosts the drafts of its room too',
  policy: 'call-participant',
  params: callParams,
  response: z.object({ polls: z.array(pollViewSchema) }),
  problems: ['forbidden', 'rate_limited'],
})

export const createPoll = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/polls',
  summary: 'Prepare a poll; the draft stays with the room until it is opened in one of its calls',
  policy: 'call-host',
  params: callParams,
  body: pollFormSchema,
  response: pollViewSchema,
  status: 201,
  problems: ['invalid_request', 'forbidden', 'conflict', 'rate_limited'],
})

export const updatePoll = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/polls/:pollId',
  summary: 'Change a draft',
  policy: 'call-host',
  params: pollParams,
  body: pollFormSchema,
  response: pollViewSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'conflict', 'rate_limited'],
})

export const deletePoll = defineEndpoint({
  method: 'DELETE',
  path: '/calls/:callId/polls/:pollId',
  summary: 'Delete a poll with all that was answered',
  policy: 'call-host',
  params: pollParams,
  response: null,
  problems: ['forbidden', 'not_found', 'rate_limited'],
})

export const movePoll = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/polls/:pollId/state',
  summary:
    'Open a draft, close an open poll, publish a closed one; a poll with live results is published by closing it',
  policy: 'call-host',
  params: pollParams,
  body: z.object({ state: z.enum(['open', 'closed', 'published']) }),
  response: pollViewSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'conflict', 'rate_limited'],
})

export const votePoll = defineEndpoint({
  method: 'PUT',
  path: '/calls/:callId/polls/:pollId/vote',
  summary: 'Vote as the person of this session, once; while a poll that is not secret is open the vote may be changed',
  policy: 'call-participant',
  params: pollParams,
  body: z.object({
    /** Places of the chosen options, from 0; none where one writes. */
    choices: z._default(z.array(z.int().check(z.minimum(0))).check(z.maxLength(pollMaxOptions)), []),
    text: z.optional(lineSchema(pollMaxLengths.answer)),
  }),
  response: pollViewSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'conflict', 'rate_limited'],
})

/** What was written, and by how many: the most frequent first, 200 at most; the export has all. */
export const listPollAnswers = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/polls/:pollId/answers',
  summary: 'What was written in answer to an open question, once the results are for the caller',
  policy: 'call-participant',
  params: pollParams,
  response: z.object({ answers: z.array(z.object({ text: z.string(), count: z.int() })), different: z.int() }),
  problems: ['forbidden', 'not_found', 'rate_limited'],
})

export const listPollVotes = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/polls/:pollId/votes',
  summary: 'Who answered what, by name; there is nothing to be had of a secret poll',
  policy: 'call-host',
  params: pollParams,
  query: z.object({
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  }),
  response: pageOf(
    z.object({
      name: z.string(),
      verified: z.boolean(),
      choices: z.array(z.int()),
      text: z.nullable(z.string()),
    }),
  ),
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited'],
})

export const exportPoll = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/polls/:pollId/export',
  summary: 'A poll with its results as a CSV file; without names where it is secret',
  policy: 'call-host',
  params: pollParams,
  query: z.object({ language: z._default(z.enum(['fr', 'en']), 'fr') }),
  response: null,
  file: 'text/csv',
  problems: ['invalid_request', 'forbidden', 'not_found', 'conflict', 'rate_limited'],
})
