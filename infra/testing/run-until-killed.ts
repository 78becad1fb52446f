// Starts a stack and stays, so that a test can kill it as a power cut would.
import { startStack } from '../stack.ts'
import { idleStackOptions } from './test-stack.ts'

const stack = await startStack(await idleStackOptions(process.argv[2] ?? ''))
process.stdout.write(`${JSON.stringify([stack.postgres?.pid, stack.sfu?.pid, stack.proconnect?.pid, stack.api.pid])}\n`)
