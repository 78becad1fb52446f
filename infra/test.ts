// `npm test`: every layer of tests, or those of `--only=api,e2e`; further arguments go to the runners.
import { parseArgs } from 'node:util'
import { chromiumPath } from '../e2e/fixtures/chromium.ts'
import { buildApi, buildWeb } from './build.ts'
import { browserLayers, type Layer, lanes, layers } from './layers.ts'
import { livekitBinary } from './livekit/binary.ts'
import { failed, type LayerResult, table, totals } from './results.ts'

function chosenLayers(only: string | undefined) {
  if (!only) return layers
  const names = only.split(',')
  const unknown = names.filter((name) => !layers.some((layer) => layer.name === name))
  if (unknown.length)
    throw new Error(`No such layer: ${unknown.join(', ')}. There are ${layers.map(({ name }) => name).join(', ')}.`)
  return layers.filter(({ name }) => names.includes(name))
}

async function main() {
  const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
  const chosen = chosenLayers(values.only)
  // Said first: it would be a pity to learn it after ten minutes of tests.
  if (chosen.some(({ name }) => name === 'e2e' || name === 'outages')) chromiumPath()
  await livekitBinary()
  await buildApi()
  await buildWeb()

  const inTurn = async (group: Layer[]) => {
    const results: LayerResult[] = []
    for (const layer of group.filter((one) => chosen.includes(one))) {
      const result = await layer.run(positionals)
      if (result.failed) process.stdout.write(`\n${result.report.trimEnd()}\n\n`)
      results.push(result)
    }
    return results
  }
  const results = (await Promise.all(lanes.map(inTurn))).flat()
  results.push(...(await inTurn(browserLayers)))
  // The reports may be far above by now.
  process.stdout.write(`\n${[table(results), failed(results), totals(results)].filter(Boolean).join('\n\n')}\n`)
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0
}

await main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
})
