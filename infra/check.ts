// `npm run check`: every tool that judges the code without running it.
import { generatePrismaClient } from './build.ts'
import { layers } from './layers.ts'
import { totals } from './results.ts'

await generatePrismaClient()
const result = await layers[0]?.run([])
if (result) {
  process.stdout.write(`\n${result.report}${result.report && '\n\n'}${totals([result])}\n`)
  process.exitCode = result.failed ? 1 : 0
}
