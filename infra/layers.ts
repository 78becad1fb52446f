import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checks } from './checks.ts'
import { inOwnNetwork } from './own-network.ts'
import { bin, ProgramError, runProgram } from './programs.ts'
import { added, failure, type LayerResult, neverSilent } from './results.ts'
import { BUILD_DIR, ROOT } from './settings.ts'
import { step } from './steps.mjs'

/** One part of `npm test`; `args` go to its runner, to pick tests by name or file. */
export interface Layer {
  name: string
  run(args: string[]): Promise<LayerResult>
}

type Counts = Pick<LayerResult, 'passed' | 'failed' | 'skipped' | 'failures'>

/** What vitest's JSON reporter writes, as far as it is needed here. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** What Playwright's JSON reporter writes, as far as it is needed here. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: { message?: string }[]
  suites: PlaywrightSuite[]
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs: {
    file: string
    title: string
    ok: boolean
    tests: { results: { error?: { message?: string } }[] }[]
  }[]
}

function countVitest(json: string): Counts {
  const report: VitestReport = JSON.parse(json)
  // A file that could not even be loaded has no tests to count as failed.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [why] }) => failure(`${basename(name)} › ${fullName}`, why)),
  )
  failures.push(...broken.map(({ name, message }) => failure(basename(name), message)))
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    failures,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countPlaywright(json: string): Counts {
  const { stats, errors, suites }: PlaywrightReport = JSON.parse(json)
  const specsOf = (suite: PlaywrightSuite): PlaywrightSuite['specs'] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specsOf),
  ]
  const failures = suites
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) =>
      failure(`${file} › ${title}`, tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message),
    )
  failures.push(...errors.map(({ message }) => failure('Playwright', message)))
  const failed = stats.unexpected + stats.flaky + errors.length
  return { passed: stats.expected, failed, skipped: stats.skipped, failures }
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
  const counts = existsSync(reportFile)
    ? count(readFileSync(reportFile, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0, failures: [] }
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
    const reports: string[] = []
    for (const { name, run } of checks) {
      await step(`Checking ${name}`, run).catch((error: unknown) => {
        failures.push(name)
        reports.push(`✗ ${name}\n${error instanceof ProgramError ? error.output : String(error)}`)
      })
    }
    const failed = failures.length
    const seconds = (Date.now() - started) / 1000
    const report = reports.join('\n')
    return { name: 'checks', passed: checks.length - failed, failed, skipped: 0, seconds, failures, report }
  },
}

const budget: Layer = {
  name: 'budget',
  async run() {
    const started = Date.now()
    let report = ''
    const failures: string[] = []
    await step('Weighing the pages', () => runProgram(process.execPath, [join(ROOT, 'apps/web/budget.ts')])).catch(
      (error: unknown) => {
        failures.push('a page is heavier than its limit')
        report = error instanceof ProgramError ? error.output : String(error)
      },
    )
    const seconds = (Date.now() - started) / 1000
    const failed = failures.length
    return { name: 'budget', passed: 1 - failed, failed, skipped: 0, seconds, failures, report }
  },
}

/** What needs no browser, in two lanes that run side by side; each lane is in its order, and both take about as long. */
export const lanes: Layer[][] = [
  [
    checkLayer,
    vitest('contracts', 'packages/contracts'),
    vitest('web', 'apps/web'),
    budget,
    vitest('proconnect-local', 'infra/proconnect-local'),
  ],
  [vitest('infra', '.'), vitest('api', 'apps/api')],
]

/** Then the real browsers, which want the machine to themselves. */
export const browserLayers: Layer[] = [
  playwright('e2e', [{ options: ['--project=side by side', '--workers=2'] }, { options: ['--project=alone'] }]),
  playwright('outages', [{ options: ['--config=playwright.outages.config.ts'], start: inOwnNetwork }]),
]

/** The layers of `npm test`. */
export const layers: Layer[] = [...lanes.flat(), ...browserLayers]
