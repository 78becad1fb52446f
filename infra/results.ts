import { stripVTControlCharacters } from 'node:util'

/** What one layer of tests came to. */
export interface LayerResult {
  name: string
  passed: number
  failed: number
  skipped: number
  seconds: number
  /** Each failed test, with the first line of why. */
  failures: string[]
  /** What to show of the failures, in the words of the runner. */
  report: string
}

const count = (results: LayerResult[], key: 'passed' | 'failed' | 'skipped') =>
  results.reduce((sum, result) => sum + result[key], 0)

/** What several runs of one layer came to together. */
export function added(name: string, results: LayerResult[]): LayerResult {
  return {
    name,
    passed: count(results, 'passed'),
    failed: count(results, 'failed'),
    skipped: count(results, 'skipped'),
    seconds: results.reduce((sum, { seconds }) => sum + seconds, 0),
    failures: results.flatMap(({ failures }) => failures),
    report: results
      .map(({ report }) => report)
      .filter(Boolean)
      .join('\n'),
  }
}

/** The last line of a run: `N passed, N failed`, and `, N skipped` if any. */
export function totals(results: LayerResult[]): string {
  const skipped = count(results, 'skipped')
  return `${count(results, 'passed')} passed, ${count(results, 'failed')} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** Each failed test in one line, for the end of a long output; empty when nothing failed. */
export function failed(results: LayerResult[]): string {
  return results.flatMap(({ name, failures }) => failures.map((failure) => `  ✗ ${name} › ${failure}`)).join('\n')
}

/** A failed test and the first line of why. */
export const failure = (where: string, message = ''): string =>
  [where, stripVTControlCharacters(message).split('\n', 1)[0]].filter(Boolean).join(': ')

/** One line for each layer. */
export function table(results: LayerResult[]): string {
  const row = (name: string, ...cells: string[]) => `  ${name.padEnd(18)}${cells.map((c) => c.padStart(9)).join('')}`
  return [
    row('layer', 'passed', 'failed', 'skipped', 'seconds'),
    ...results.map(({ name, passed, failed, skipped, seconds }) =>
      row(name, String(passed), String(failed), String(skipped), seconds.toFixed(1)),
    ),
  ].join('\n')
}

/** A layer that ran nothing, or whose runner failed without naming a test, must not count as a success. */
export function neverSilent(result: LayerResult, runnerFailed: boolean): LayerResult {
  if (result.failed > 0) return result
  if (runnerFailed) {
    const why = result.report.split('\n').find((line) => line.includes('Error'))
    return { ...result, failed: 1, failures: [failure('the runner', why)] }
  }
  if (result.passed > 0) return result
  const nothing = `No test of ${result.name} was run.`
  return { ...result, failed: 1, failures: [nothing], report: `${result.report}\n${nothing}` }
}
