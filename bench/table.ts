import { definitionsOf, type FigureDefinition, type FigureName, type Measurements } from './figures.ts'
import { median, percentile } from './statistics.ts'

/** One line of the table, as it is written to the JSON file. */
export interface Row extends FigureDefinition {
  name: FigureName
  median: number
  p95: number
  met: boolean
  samples: number[]
}

const decimals: Record<FigureDefinition['unit'], number> = { kB: 1, s: 2, '/s': 0, ms: 0, MB: 0, '%': 1 }
const columns = ['figure', 'reference', 'aim', 'median', 'p95', ''] as const

/** The lines for what was measured, in the table's order. */
export function rowsOf(measurements: Measurements): Row[] {
  return definitionsOf(measurements).flatMap(([name, figure]) => {
    const samples = measurements[name] ?? []
    if (samples.length === 0) return []
    const middle = median(samples)
    // Of a rate the worse end is the low one.
    const p95 = percentile(samples, figure.unit === '/s' ? 0.05 : 0.95)
    const met = figure.unit === '/s' ? middle >= figure.aim : middle <= figure.aim
    return [{ name, ...figure, median: middle, p95, met, samples }]
  })
}

function format(value: number, unit: FigureDefinition['unit']): string {
  const digits = value.toFixed(decimals[unit])
  return unit === '/s' ? `${digits}/s` : `${digits} ${unit}`
}

/** The table in Markdown, which is readable as it is. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ title, unit, reference, aim, median: middle, p95, met, samples }) => [
    title,
    reference,
    `${aim}${unit === '/s' ? '' : ' '}${unit}`,
    format(middle, unit),
    samples.length > 1 ? format(p95, unit) : '',
    met ? 'met' : 'over',
  ])
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((line) => line[index]?.length ?? 0)),
  )
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' | ')} |`
  return [line(columns), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...cells.map(line)].join('\n')
}
