// `npm run bench [-- section…] [--joins=20]`: measures the whole product and prints the table of bench/README.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startTemporaryStack, type TemporaryStack } from '../infra/temporary-stack.ts'
import type { Measurements } from './figures.ts'
import { measureArrivals } from './sections/arrivals.ts'
import { measureJoins } from './sections/joins.ts'
import { measureLobby } from './sections/lobby.ts'
import { measureRecovery } from './sections/recovery.ts'
import { measureWeight } from './sections/weight.ts'
import { rowsOf, tableOf } from './table.ts'

type Section = (stack: TemporaryStack, joins: number) => Measurements | Promise<Measurements>

const sections: Record<string, Section> = {
  weight: measureWeight,
  arrivals: measureArrivals,
  lobby: measureLobby,
  recovery: (stack, joins) => measureRecovery(stack, Math.max(1, Math.round(joins / 4))),
  joins: measureJoins,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { joins: { type: 'string', default: '20' } },
})
const joins = Number(values.joins)
const chosen = positionals.length > 0 ? positionals : Object.keys(sections)
const unknown = chosen.filter((name) => !(name in sections))
if (unknown.length > 0 || !(joins >= 1)) {
  console.error(`usage: npm run bench [-- ${Object.keys(sections).join(' ')}] [--joins=20]`)
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
}

/** A stack of its own for each section, durable and logging as the product is by default. */
async function measure(name: string, section: Section): Promise<Measurements> {
  process.stderr.write(`Measuring ${name}…\n`)
  const stack = await startTemporaryStack({
    durable: true,
    env: { RATE_LIMITS: JSON.stringify(limits), LOG_LEVEL: 'info' },
  })
  try {
    return await section(stack, joins)
  } finally {
    await stack.stop()
  }
}

const loadBefore = loadavg()[0]
const measured: Measurements = {}
for (const [name, section] of Object.entries(sections))
  if (chosen.includes(name)) Object.assign(measured, await measure(name, section))

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
