import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePorts } from './ports.ts'
import { postgresBinaries, unprivileged } from './postgres-binaries.ts'
import { commandOf } from './processes.ts'
import { createService, type Service } from './service.ts'

const run = promisify(execFile)

export const DATABASE = 'visavis'

export interface PostgresOptions {
  /** Made on first use. Everything of the cluster is in it. */
  dataDir: string
  port: number
  /** Of the role `visavis`, set when the cluster is made. */
  password: string
  logFile: string
  /** False trades safety against power cuts for speed: for tests. */
  durable?: boolean
  /** Told of the process before it starts, so that somebody else can end it meanwhile. */
  onService?(service: Service): void
  onSpawn?(pid: number): void
  onCrash?(crash: Error): void
}

export interface RunningPostgres {
  url: string
  service: Service
  /** Ends the server in good order; the data stay. */
  stop(): Promise<void>
}

/** Makes the cluster if it is not there. It is made beside its place and moved, so that a half-made one never counts. */
async function ensureCluster({ dataDir, password, durable }: PostgresOptions) {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return
  const [{ initdb, postgres }, prefix] = await Promise.all([postgresBinaries(), unprivileged()])
  mkdirSync(dirname(dataDir), { recursive: true })
  const making = `${dataDir}.making`
  const passwordFile = `${dataDir}.password`
  rmSync(making, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const auth = [`--username=${DATABASE}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const args = [`--pgdata=${making}`, ...auth, ...locale, ...(durable === false ? ['--no-sync'] : [])]
  await runProgram([...prefix, initdb, ...args])
  await runProgram([...prefix, postgres, '--single', '-D', making, 'postgres'], `CREATE DATABASE ${DATABASE}\n`)
  rmSync(passwordFile)
  renameSync(making, dataDir)
}

async function runProgram([command = '', ...args]: string[], input = '') {
  const running = run(command, args, { env: { ...process.env, LC_ALL: 'C' } })
  running.child.stdin?.end(input)
  await running
}

/**
 * Postgres trusts the process number in `postmaster.pid` and refuses to start when any process has it. After a crash
 * or in a new container that number may belong to something else: then the file says nothing and goes.
 */
async function dropStalePidFile(dataDir: string) {
  const file = join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  const command = await commandOf(pid)
  if (command === undefined) return
  if (command.includes(dataDir)) throw new Error(`The database in ${dataDir} is in use by process ${pid}.`)
  rmSync(file)
}

const tuning = (durable: boolean) =>
  durable
    ? ['max_connections=100']
    : ['max_connections=200', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']

/** Starts a Postgres of our own on 127.0.0.1, making its data directory when it is new. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  await ensureCluster(options)
  await dropStalePidFile(options.dataDir)
  const [{ postgres }, prefix] = await Promise.all([postgresBinaries(), unprivileged()])
  const settings = [
    `port=${options.port}`,
    'listen_addresses=127.0.0.1',
    // No socket files: their paths have a short limit, and nothing here uses them.
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...tuning(options.durable ?? true),
  ]
  const [command = '', ...args] = [...prefix, postgres, '-D', options.dataDir, ...settings.flatMap((s) => ['-c', s])]
  const service: Service = createService({
    name: 'Postgres',
    command,
    args,
    env: { ...process.env, LC_ALL: 'C' },
    logFile: options.logFile,
    // What pg_ctl waits for, too: the file's first line is whose it is, the eighth how far that one is.
    ready: async () => {
      const lines = readFileSync(join(options.dataDir, 'postmaster.pid'), 'utf8').split('\n')
      return Number(lines[0]) === service.pid && lines[7]?.trim() === 'ready'
    },
    stopSignal: 'SIGINT',
    ...(options.onSpawn ? { onSpawn: options.onSpawn } : {}),
    ...(options.onCrash ? { onCrash: options.onCrash } : {}),
  })
  options.onService?.(service)
  await startPatiently(service)
  const url = `postgresql://${DATABASE}:${options.password}@127.0.0.1:${options.port}/${DATABASE}`
  return { url, service, stop: () => service.stop() }
}

/** After a crash the last processes of the former server may hold its shared memory for a moment more. */
async function startPatiently(service: Service, attempts = 10): Promise<void> {
  try {
    await service.start()
  } catch (error) {
    if (attempts === 1 || !String(error).includes('pre-existing shared memory block')) throw error
    await delay(500)
    await startPatiently(service, attempts - 1)
  }
}

/** A new, fast and forgetful cluster for tests, on a free port; `stop` removes it. */
export async function startTemporaryPostgres(): Promise<RunningPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'visavis-postgres-'))
  const [port = 0] = await freePorts(1)
  const remove = () => rmSync(directory, { recursive: true, force: true })
  try {
    const running = await startPostgres({
      dataDir: join(directory, 'data'),
      logFile: join(directory, 'postgres.log'),
      port,
      password: 'temporary',
      durable: false,
    })
    return {
      ...running,
      async stop() {
        await running.stop()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
