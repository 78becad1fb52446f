/** What one layer of tests came to. */
export interface LayerResult {
  name: string
  passed: number
  failed: number
  skipped: number
  seconds: number
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
  if (runnerFailed) return { ...result, failed: 1 }
  if (result.passed > 0) return result
  return { ...result, failed: 1, report: `${result.report}\nNo test of ${result.name} was run.` }
}
