import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { apiPrefix, joinOutcomeSchema } from '@visavis/contracts'
import type pg from 'pg'
import type { Crowd } from './crowd.ts'

const options = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi']

/** What browsers keep open, all of them together: the load generator's sockets are not what is measured. */
const agent = new Agent({ keepAlive: true, maxSockets: 100 })

interface Answer {
  status: number
  text: string
}

function ask(method: string, url: string, origin: string, cookie: string, body: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { origin, cookie, 'content-type': 'application/json' }
    const asked = request(url, { method, agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    asked.on('error', reject)
    asked.end(JSON.stringify(body))
  })
}

/** Lets everybody of the crowd into the call, fifty at a time; gives its id. */
export async function joinAll(origin: string, { slug, cookies }: Crowd): Promise<string> {
  let callId = ''
  for (let from = 0; from < cookies.length; from += 50) {
    const answers = await Promise.all(
      cookies.slice(from, from + 50).map((cookie, index) => {
        const body = { displayName: `Paul ${from + index}` }
        return ask('POST', `${origin}${apiPrefix}/rooms/${slug}/join`, origin, cookie, body)
      }),
    )
    for (const { text } of answers) {
      const outcome = joinOutcomeSchema.parse(JSON.parse(text))
      if (outcome.outcome !== 'admitted') throw new Error(`not admitted: ${text}`)
      callId = outcome.callId
    }
  }
  return callId
}

/** An open poll with live results, made straight in the database: what is measured is the votes. */
export async function openPoll(database: pg.Client, callId: string): Promise<string> {
  const id = randomUUID()
  await database.query(
    `insert into "Poll" (id, "roomId", "callId", kind, question, options, "mostChoices", secret, live, state, counts, texts,
       "openedAt")
     select $1, "roomId", id, 'single', 'Quand ?', $3, 1, false, true, 'open', $4, '{}', now() from "Call" where id = $2`,
    [id, callId, options, options.map(() => 0)],
  )
  return id
}

export interface Ballot {
  /** From the vote to its answer, each. */
  milliseconds: number[]
  /** From the first vote to the last answer. */
  seconds: number
}

/** Everybody votes once, evenly within so many seconds, or with 0 all at once. Throws unless every vote was taken and counted. */
export async function voteAll(
  { origin, callId, database }: { origin: string; callId: string; database: pg.Client },
  { cookies }: Crowd,
  withinSeconds: number,
): Promise<Ballot> {
  const pollId = await openPoll(database, callId)
  const begun = performance.now()
  const milliseconds = await Promise.all(
    cookies.map(async (cookie, index) => {
      await pause((withinSeconds * 1000 * index) / cookies.length)
      const asked = performance.now()
      const url = `${origin}${apiPrefix}/calls/${callId}/polls/${pollId}/vote`
      const { status, text } = await ask('PUT', url, origin, cookie, { choices: [index % options.length] })
      if (status !== 200) throw new Error(`a vote was refused: ${status} ${text}`)
      return performance.now() - asked
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  const { rows } = await database.query('select voters, counts from "Poll" where id = $1', [pollId])
  const [counted] = rows
  const even = cookies.length / options.length
  if (counted?.voters !== cookies.length || counted.counts.some((count: number) => count !== even))
    throw new Error(`Not every vote was counted: ${JSON.stringify(rows)}`)
  return { milliseconds, seconds }
}
