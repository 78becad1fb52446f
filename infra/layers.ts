import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checks } from './checks.ts'
import { inOwnNetwork } from './own-network.ts'
import { bin, ProgramError, runProgram } from './programs.ts'
import { added, type LayerResult, neverSilent } from './results.ts'
import { BUILD_DIR, ROOT } from './settings.ts'
import { step } from './steps.mjs'

/** One part of `npm test`; `args` go to its runner, to pick tests by name or file. */
export interface Layer {
  name: string
  run(args: string[]): Promise<LayerResult>
}

type Counts = Pick<LayerResult, 'passed' | 'failed' | 'skipped'>

/** What vitest's JSON reporter writes, as far as it is needed here. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** What Playwright's JSON reporter writes, as far as it is needed here. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

function countVitest(json: string): Counts {
  const report: VitestReport = JSON.parse(json)
  // A file that could not even be loaded has no tests to count as failed.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countPlaywright(json: string): Counts {
  const { stats, errors }: PlaywrightReport = JSON.parse(json)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

interface Runner {
  name: string
  reportFile: string
  count(report: string): Counts
  /** Whether it is no failure that no test was found. */
  mayBeEmpty?: boolean
  run(onLine: (line: string) => void): Promise<unknown>
}

/** Runs a test runner that writes a JSON report, and counts what it says; a runner that dies counts as a failure. */
async function runWithReport({ name, reportFile, count, mayBeEmpty = false, run }: Runner): Promise<LayerResult> {
  rmSync(reportFile, { force: true })
  const started = Date.now()
  let failure = ''
  await step(`Testing ${name}`, (detail) => run((line) => detail(line.trim().slice(0, 60)))).catch((error: unknown) => {
    failure = error instanceof ProgramError ? error.output : String(error)
  })
  const counts = existsSync(reportFile) ? count(readFileSync(reportFile, 'utf8')) : { passed: 0, failed: 0, skipped: 0 }
  const seconds = (Date.now() - started) / 1000
  const result = { name, ...counts, seconds, report: failure }
  return mayBeEmpty && failure === '' ? result : neverSilent(result, failure !== '')
}

function vitest(name: string, folder: string): Layer {
  const cwd = join(ROOT, folder)
  const reportFile = join(BUILD_DIR, 'reports', `${name}.json`)
  return {
    name,
    run(args) {
      mkdirSync(join(BUILD_DIR, 'reports'), { recursive: true })
      const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
      const run = (onLine: (line: string) => void) => runProgram(bin('vitest'), [...options, ...args], { cwd, onLine })
      return runWithReport({ name, reportFile, count: countVitest, run })
    },
  }
}

type Command = [command: string, args: string[]]

interface PlaywrightRun {
  /** What tells this run from others of its layer. */
  options: string[]
  start?(...command: Command): Command
}

/** Runs one after the other what cannot be one run of Playwright, and adds up what they came to. */
function playwright(name: string, runs: PlaywrightRun[]): Layer {
  const cwd = join(ROOT, 'e2e')
  const reportFile = join(cwd, 'test-results', `${name}.json`)
  return {
    name,
    async run(args) {
      const results: LayerResult[] = []
      for (const { options, start = (...command: Command) => command } of runs) {
        // Arguments that choose tests need not find some in every run.
        const mayBeEmpty = args.length > 0
        const all = ['test', ...options, ...args, ...(mayBeEmpty ? ['--pass-with-no-tests'] : [])]
        const command = start(bin('playwright', 'e2e'), all)
        const run = async (onLine: (line: string) => void) => await runProgram(...command, { cwd, onLine })
        results.push(await runWithReport({ name, reportFile, count: countPlaywright, mayBeEmpty, run }))
      }
      return neverSilent(added(name, results), false)
    },
  }
}

/** Each check is one test; all are run even when one fails. */
const checkLayer: Layer = {
  name: 'checks',
  async run() {
    const started = Date.now()
    const failures: string[] = []
    for (const { name, run } of checks) {
      await step(`Checking ${name}`, run).catch((error: unknown) => {
        failures.push(`✗ ${name}\n${error instanceof ProgramError ? error.output : String(error)}`)
      })
    }
    const failed = failures.length
    const seconds = (Date.now() - started) / 1000
    return { name: 'checks', passed: checks.length - failed, failed, skipped: 0, seconds, report: failures.join('\n') }
  },
}

const budget: Layer = {
  name: 'budget',
  async run() {
    const started = Date.now()
    let report = ''
    let failed = 0
    await step('Weighing the pages', () => runProgram(process.execPath, [join(ROOT, 'apps/web/budget.ts')])).catch(
      (error: unknown) => {
        failed = 1
        report = error instanceof ProgramError ? error.output : String(error)
      },
    )
    return { name: 'budget', passed: 1 - failed, failed, skipped: 0, seconds: (Date.now() - started) / 1000, report }
  },
}

/** What needs no browser, in two lanes that run side by side; each lane is in its order, and both take about as long. */
export const lanes: Layer[][] = [
  [checkLayer, vitest('contracts', 'packages/contracts'), vitest('web', 'apps/web'), budget],
  [vitest('proconnect-local', 'infra/proconnect-local'), vitest('infra', '.'), vitest('api', 'apps/api')],
]

/** Then the real browsers, which want the machine to themselves. */
export const browserLayers: Layer[] = [
  playwright('e2e', [{ options: ['--project=side by side', '--workers=2'] }, { options: ['--project=alone'] }]),
  playwright('outages', [{ options: ['--config=playwright.outages.config.ts'], start: inOwnNetwork }]),
]

/** The layers of `npm test`. */
export const layers: Layer[] = [...lanes.flat(), ...browserLayers]
