// `npm run bench [-- section…] [--joins=20] [--people=500] [--publishers=9,25,49] [--minutes=10] [--audience=1000]`:
// measures the whole product and prints the table of bench/README.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startTemporaryStack, type TemporaryStack } from '../infra/temporary-stack.ts'
import type { Measurements } from './figures.ts'
import { measureInOwnNetwork } from './in-own-network.ts'
import { measureArrivals } from './sections/arrivals.ts'
import { measureAudience } from './sections/audience.ts'
import { measureBreakouts } from './sections/breakouts.ts'
import { measureCrowds } from './sections/crowd.ts'
import { measureFlood } from './sections/flood.ts'
import { measureJoins } from './sections/joins.ts'
import { measureList } from './sections/list.ts'
import { measureLobby } from './sections/lobby.ts'
import { measurePoll } from './sections/poll.ts'
import { measureRecovery } from './sections/recovery.ts'
import { measureWeight } from './sections/weight.ts'
import { rowsOf, tableOf } from './table.ts'

interface Extent {
  joins: number
  /** In the list. */
  people: number
  publishers: number[]
  minutes: number
  audience: number
  watching: number[]
}

type Section = (stack: TemporaryStack, extent: Extent) => Measurements | Promise<Measurements>

const sections: Record<string, Section> = {
  weight: measureWeight,
  arrivals: (stack, { joins }) => measureArrivals(stack, joins),
  lobby: (stack, { joins }) => measureLobby(stack, joins),
  breakouts: (stack, { joins }) => measureBreakouts(stack, Math.max(1, Math.round(joins / 2))),
  recovery: (stack, { joins }) => measureRecovery(stack, Math.max(1, Math.round(joins / 4))),
  joins: measureJoins,
  poll: measurePoll,
  list: (stack, { people }) => measureList(stack, people),
  flood: measureFlood,
  audience: measureAudience,
  crowd: measureCrowds,
}

/** Sections that bring a stack of their own. */
const apart: Record<string, (extent: Extent) => Promise<Measurements>> = {
  outages: ({ joins }) => measureInOwnNetwork(Math.max(1, Math.round(joins / 4))),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    joins: { type: 'string', default: '20' },
    people: { type: 'string', default: '500' },
    publishers: { type: 'string', default: '9,25,49' },
    minutes: { type: 'string', default: '10' },
    audience: { type: 'string', default: '1000' },
    watching: { type: 'string', default: '50,100,200,400,600,800' },
  },
})
const extent: Extent = {
  joins: Number(values.joins),
  people: Number(values.people),
  publishers: values.publishers.split(',').map(Number),
  minutes: Number(values.minutes),
  audience: Number(values.audience),
  watching: values.watching.split(',').map(Number),
}
const names = [...Object.keys(sections), ...Object.keys(apart)]
const chosen = positionals.length > 0 ? positionals : names
const unknown = chosen.filter((name) => !names.includes(name))
if (
  unknown.length > 0 ||
  !Object.values(extent)
    .flat()
    .every((number) => number >= 1)
) {
  const options =
    '[--joins=20] [--people=500] [--publishers=9,25,49] [--minutes=10] [--audience=1000] [--watching=25,50,100]'
  console.error(`usage: npm run bench [-- ${names.join(' ')}] ${options}`)
  process.exit(2)
}

// The limits stay on and are counted, high enough for one machine to be everybody.
const all = { points: 1_000_000, seconds: 60 }
const limits = {
  joinPerSession: all,
  joinPerAddress: all,
  lobbyPerSession: all,
  lobbyPerAddress: all,
  lookupPerAddress: all,
  chatPerSession: all,
  votesPerSession: all,
  breakoutsPerSession: all,
}

/** A stack of its own for each section, durable and logging as the product is by default. */
async function measure(name: string, section: Section): Promise<Measurements> {
  process.stderr.write(`Measuring ${name}…\n`)
  const stack = await startTemporaryStack({
    durable: true,
    env: { RATE_LIMITS: JSON.stringify(limits), LOG_LEVEL: 'info' },
  })
  try {
    return await section(stack, extent)
  } finally {
    await stack.stop()
  }
}

const loadBefore = loadavg()[0]
const measured: Measurements = {}
for (const [name, section] of Object.entries(sections))
  if (chosen.includes(name)) Object.assign(measured, await measure(name, section))
for (const [name, section] of Object.entries(apart)) {
  if (!chosen.includes(name)) continue
  process.stderr.write(`Measuring ${name}…\n`)
  Object.assign(measured, await section(extent))
}

const rows = rowsOf(measured)
const cores = cpus()
const machine = { cores: cores.length, model: cores[0]?.model, memoryGb: Math.round(totalmem() / 1e9), loadBefore }
const file = join(import.meta.dirname, 'results/latest.json')
mkdirSync(join(file, '..'), { recursive: true })
writeFileSync(
  file,
  `${JSON.stringify({ at: new Date().toISOString(), node: process.version, machine, rows }, null, 2)}\n`,
)
console.log(
  `\n${tableOf(rows)}\n\n${machine.cores} cores, load before: ${loadBefore?.toFixed(1)}. Each figure: bench/README.md`,
)
