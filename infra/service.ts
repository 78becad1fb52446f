import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** How to run one process of the stack. */
export interface ServiceOptions {
  name: string
  command: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd?: string
  /** Takes both output streams. What an earlier run wrote is kept beside it, with `.previous` at the end. */
  logFile: string
  /** Asked again and again until it says yes; throwing counts as "not yet". */
  ready(): Promise<boolean>
  readyTimeoutMs?: number
  /** The signal that ends it in good order, and how long it may take before it is killed. */
  stopSignal: NodeJS.Signals
  stopTimeoutMs?: number
  onSpawn?(pid: number): void
  /** Called when it ends without `kill` or `stop` having been called. */
  onCrash?(crash: Error): void
}

/** A process of the stack that can be ended and started again. */
export interface Service {
  readonly name: string
  /** Undefined while it is not running. */
  readonly pid: number | undefined
  /** Resolves once it is ready; throws, with its last log lines, when it ends or takes too long before that. */
  start(): Promise<void>
  /** Sends the signal and resolves once the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>
  /** Ends it in good order. Does nothing when it is not running. */
  stop(): Promise<void>
}

/** The last lines that a process wrote, for a message about its end. */
export function lastLines(logFile: string, count = 15): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
  } catch {
    return ''
  }
}

export function createService(options: ServiceOptions): Service {
  let child: ChildProcess | undefined
  let exited: Promise<string> = Promise.resolve('not started')
  let wanted = false
  let logged = false

  const failure = (what: string) =>
    new Error(`${options.name} ${what}. The end of ${options.logFile}:\n${lastLines(options.logFile)}`)

  async function waitUntilReady(running: ChildProcess) {
    const deadline = Date.now() + (options.readyTimeoutMs ?? 60_000)
    while (Date.now() < deadline) {
      if (child !== running) throw failure(`ended before it was ready (${await exited})`)
      if (await options.ready().catch(() => false)) return
      await delay(40)
    }
    await service.stop()
    throw failure('did not become ready in time')
  }

  const service: Service = {
    name: options.name,
    get pid() {
      return child?.pid
    },
    async start() {
      if (child) throw new Error(`${options.name} is running already`)
      mkdirSync(dirname(options.logFile), { recursive: true })
      if (!logged && existsSync(options.logFile)) renameSync(options.logFile, `${options.logFile}.previous`)
      logged = true
      const log = openSync(options.logFile, 'a')
      // A process group of its own: Ctrl-C in the terminal must reach the stack, which ends its parts in order.
      const started = spawn(options.command, options.args, {
        env: options.env,
        ...(options.cwd ? { cwd: options.cwd } : {}),
        stdio: ['ignore', log, log],
        detached: true,
      })
      closeSync(log)
      wanted = true
      child = started
      if (started.pid) options.onSpawn?.(started.pid)
      let ready = false
      exited = new Promise((resolve) => {
        started.once('error', (error) => resolve(error.message))
        started.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
      })
      void exited.then((how) => {
        child = undefined
        if (wanted && ready) options.onCrash?.(failure(`ended unexpectedly (${how})`))
      })
      await waitUntilReady(started)
      ready = true
    },
    async kill(signal) {
      wanted = false
      child?.kill(signal)
      await exited
    },
    async stop() {
      if (!child) return
      const stopping = child
      const timer = setTimeout(() => stopping.kill('SIGKILL'), options.stopTimeoutMs ?? 10_000)
      await service.kill(options.stopSignal)
      clearTimeout(timer)
    },
  }
  return service
}
