import pg from 'pg'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import type { Measurements } from '../figures.ts'
import { gatherCrowd } from '../load/crowd.ts'
import { gather } from '../load/participants.ts'
import { joinAll, voteAll } from '../load/voters.ts'
import { percentile } from '../statistics.ts'

const voters = 1000
const rounds = 5
const withinSeconds = 10

/** A poll with live results that a thousand people answer within ten seconds, and one that they answer all at once. */
export async function measurePoll({ publicUrl, databaseUrl, dataDir }: TemporaryStack): Promise<Measurements> {
  const crowd = await gatherCrowd({ databaseUrl, dataDir }, voters)
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  // Somebody is connected: the SFU soon ends a call in which nobody is.
  const present = await gather(publicUrl, crowd.slug, ['Claire Lemoine'])
  try {
    const callId = await joinAll(publicUrl, crowd)
    await database.query('analyze')
    const call = { origin: publicUrl, callId, database }
    await voteAll(call, crowd, withinSeconds)
    const measured: Required<Pick<Measurements, 'voteMedian' | 'voteP99' | 'voteRate'>> = {
      voteMedian: [],
      voteP99: [],
      voteRate: [],
    }
    for (let round = 0; round < rounds; round++) {
      const { milliseconds } = await voteAll(call, crowd, withinSeconds)
      measured.voteMedian.push(percentile(milliseconds, 0.5))
      measured.voteP99.push(percentile(milliseconds, 0.99))
      measured.voteRate.push(voters / (await voteAll(call, crowd, 0)).seconds)
    }
    return measured
  } finally {
    await present.leave()
    await database.end()
  }
}
