// The outages, measured in the network that this process is alone in: node apart.ts <times> <file>
import { writeFileSync } from 'node:fs'
import { startTemporaryStack } from '../infra/temporary-stack.ts'
import { measureOutages } from './sections/outages.ts'

const [times, file] = process.argv.slice(2)
if (times === undefined || file === undefined) throw new Error('usage: node apart.ts <times> <file>')
const stack = await startTemporaryStack({ durable: true, mediaOverTcp: true, env: { LOG_LEVEL: 'info' } })
try {
  writeFileSync(file, JSON.stringify(await measureOutages(stack, Number(times))))
} finally {
  await stack.stop()
}
