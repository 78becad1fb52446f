import type { Poll } from '../../generated/prisma/client.ts'

/** What somebody answered; `text` is null where one chooses. */
export interface Answer {
  readonly choices: number[]
  readonly text: string | null
}

/** A vote as it comes in. */
export interface Vote extends Answer {
  readonly callId: string
  readonly voter: string
  readonly name: string
  readonly verified: boolean
}

export type Outcome = 'counted' | 'invalid' | 'repeated' | 'elsewhere'

/** Whether it is an answer to this poll: as many options as it allows, each once, of those that there are; or a text. */
function fits({ kind, options, mostChoices }: Poll, { choices, text }: Answer): boolean {
  if (kind === 'open') return text !== null && choices.length === 0
  if (text !== null || choices.length === 0 || choices.length > mostChoices) return false
  return new Set(choices).size === choices.length && choices.every((choice) => choice < options.length)
}

/**
 * Counts votes, one after the other: a person's later one takes the place of their earlier one, and in a secret poll, which
 * does not know the earlier one, is refused. `before` is what these people have answered already.
 */
export function countVotes(poll: Poll, before: ReadonlyMap<string, Answer>, votes: readonly Vote[]) {
  const answers = new Map<string, Answer>(before)
  const accepted = new Map<string, Vote>()
  const counts = [...poll.counts]
  const add = ({ choices }: Answer, by: 1 | -1) => {
    for (const choice of choices) counts[choice] = (counts[choice] ?? 0) + by
  }
  let voters = poll.voters
  const outcomes = votes.map((vote): Outcome => {
    if (vote.callId !== poll.callId) return 'elsewhere'
    if (!fits(poll, vote)) return 'invalid'
    const earlier = answers.get(vote.voter)
    if (earlier !== undefined && poll.secret) return 'repeated'
    if (earlier === undefined) voters++
    else add(earlier, -1)
    add(vote, 1)
    answers.set(vote.voter, vote)
    accepted.set(vote.voter, vote)
    return 'counted'
  })
  return { outcomes, accepted: [...accepted.values()], tally: { counts, voters } }
}
