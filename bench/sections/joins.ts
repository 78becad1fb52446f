import { execFileSync } from 'node:child_process'
import pg from 'pg'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import type { Measurements } from '../figures.ts'
import { gatherCrowd } from '../load/crowd.ts'
import { storm } from '../load/storm.ts'

const connections = 50
const rounds = 5
const joinsPerRound = 5_000
const warmUpJoins = 2_000

/** Resident memory in megabytes, shared pages of the Node binary included. */
function residentMegabytes(pid: number): number {
  return (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024) / 1e6
}

/**
 * What Postgres does by itself within a minute of a table's growth: until then a connection keeps to what was best for an
 * empty database, which is to read a table to its end.
 */
async function analyze(databaseUrl: string) {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  await database.query('analyze')
  await database.end()
}

/** Joins by the API alone, without browsers: how many it takes, and what memory it holds when they are over. */
export async function measureJoins({ publicUrl, databaseUrl, dataDir, api }: TemporaryStack): Promise<Measurements> {
  const crowd = await gatherCrowd({ databaseUrl, dataDir }, connections)
  await storm(publicUrl, crowd, warmUpJoins)
  await analyze(databaseUrl)
  const storms = []
  for (let round = 0; round < rounds; round++) storms.push(await storm(publicUrl, crowd, joinsPerRound))
  return {
    joinRate: storms.map(({ joinsPerSecond }) => joinsPerSecond),
    joinP99: storms.map(({ p99Milliseconds }) => p99Milliseconds),
    apiMemory: api.pid === undefined ? [] : [residentMegabytes(api.pid)],
  }
}
