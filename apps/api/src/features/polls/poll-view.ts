import type { Poll, PollView } from '@visavis/contracts'
import type { Poll as Row } from '../../generated/prisma/client.ts'

const resultsOf = ({ voters, counts }: Row) => ({ voters, counts })

/** Whether everybody in the call may know the results. */
export const isPublic = ({ state, live }: Pick<Row, 'state' | 'live'>): boolean =>
  state === 'published' || (live && state !== 'draft')

/** Whether hosts may know them: while a secret poll is open they would see whose vote it is that comes in. */
export const isForHosts = (poll: Row): boolean =>
  isPublic(poll) || poll.state === 'closed' || (poll.state === 'open' && !poll.secret)

/** As everybody may see it. */
export function toPoll(row: Row): Poll {
  const { id, revision, state, kind, question, options, mostChoices, secret, live } = row
  const results = isPublic(row) ? resultsOf(row) : null
  return { id, revision, state, kind, question, options, mostChoices, secret, live, results }
}

/** As one of them may see it. */
export function toView(row: Row, { host, mine }: { host: boolean; mine: PollView['mine'] }): PollView {
  return {
    ...toPoll(row),
    results: isPublic(row) || (host && isForHosts(row)) ? resultsOf(row) : null,
    voters: isPublic(row) || (host && row.state !== 'draft') ? row.voters : null,
    mine,
  }
}
