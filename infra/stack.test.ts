import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { commandOf } from './processes.ts'
import { type Stack, type StackOptions, startStack } from './stack.ts'
import { idleStackOptions } from './testing/test-stack.ts'

let dataDir: string
let options: StackOptions
let stack: Stack | undefined

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'visavis-stack-test-'))
  options = await idleStackOptions(dataDir)
})
afterEach(async () => {
  await stack?.stop()
  stack = undefined
  rmSync(dataDir, { recursive: true, force: true })
})

const isAlive = async (pid: number) => Boolean(await commandOf(pid))

it('starts every part, keeps its secrets to its owner, and ends them all', async () => {
  stack = await startStack(options)
  expect(stack.publicUrl).toBe(`http://localhost:${options.ports.web}`)
  expect((await fetch(stack.publicUrl)).status).toBe(200)
  const secrets = join(dataDir, 'secrets.json')
  expect(statSync(secrets).mode & 0o777).toBe(0o600)
  const kept = readFileSync(secrets, 'utf8')
  const pids = [stack.api, stack.sfu, stack.proconnect, stack.postgres].map((service) => service?.pid ?? 0)
  await stack.stop()
  expect(await Promise.all(pids.map(isAlive))).toEqual([false, false, false, false])

  stack = await startStack(options)
  expect(readFileSync(secrets, 'utf8')).toBe(kept)
})

it('starts the SFU again when it dies by itself, and leaves it dead when it was killed on purpose', async () => {
  const notices: string[] = []
  stack = await startStack({ ...options, onNotice: (text) => notices.push(text) })
  const first = stack.sfu?.pid ?? 0
  process.kill(first, 'SIGKILL')
  await vi.waitFor(() => expect(notices.at(-1)).toBe('LiveKit is running again.'), { timeout: 10_000 })
  expect(stack.sfu?.pid).not.toBe(first)

  await stack.sfu?.kill('SIGKILL')
  expect(stack.sfu?.pid).toBeUndefined()
  await stack.sfu?.start()
  expect(stack.sfu?.pid).toBeDefined()
})

it('tells of a part that died, with the last lines of its log', async () => {
  const { promise: crash, resolve } = Promise.withResolvers<Error>()
  stack = await startStack({ ...options, onCrash: resolve })
  await fetch(`${stack.publicUrl}/fail`).catch(() => undefined)
  expect((await crash).message).toMatch(/^API ended unexpectedly \(exit code 3\)[^]*a fatal fault/)
})

it('names the variable of a port that somebody else holds, and starts nothing', async () => {
  const holder = createServer().listen(options.ports.proconnect, '127.0.0.1')
  await once(holder, 'listening')
  await expect(startStack(options)).rejects.toThrow(/in use.*PROCONNECT_PORT/)
  holder.close()
})

it('ends what it has started when it is told to stop meanwhile', async () => {
  const stopping = new AbortController()
  const starting = startStack({ ...options, signal: stopping.signal })
  stopping.abort()
  await expect(starting).rejects.toThrow()
  stack = await startStack(options)
})

it('refuses to share its data, and clears up after one that was killed', async () => {
  const script = join(import.meta.dirname, 'testing/run-until-killed.ts')
  const other = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(other.stdout, 'data')) as [Buffer]
  const pids: number[] = JSON.parse(line.toString())
  await expect(startStack(options)).rejects.toThrow(`running already on ${dataDir}, as process ${other.pid}`)

  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(await Promise.all(pids.map(isAlive))).toEqual([true, true, true, true])
  stack = await startStack(options)
  expect(await Promise.all(pids.map(isAlive))).toEqual([false, false, false, false])
})
