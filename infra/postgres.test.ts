import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePorts } from './ports.ts'
import { type PostgresOptions, type RunningPostgres, startPostgres, startTemporaryPostgres } from './postgres.ts'

async function query(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('embedded Postgres', () => {
  let outer: string
  let options: PostgresOptions
  let running: RunningPostgres | undefined

  beforeAll(async () => {
    outer = mkdtempSync(join(tmpdir(), 'visavis-postgres-test-'))
    // What a checkout in root's home looks like: nobody else may enter.
    chmodSync(outer, 0o700)
    const [port = 0] = await freePorts(1)
    options = {
      dataDir: join(outer, 'deep', 'cluster'),
      logFile: join(outer, 'log'),
      port,
      password: 'p4ss',
      durable: false,
    }
  })
  afterAll(async () => {
    await running?.stop()
    rmSync(outer, { recursive: true, force: true })
  })

  it('starts in a directory that only its owner may enter, and keeps its data', async () => {
    running = await startPostgres(options)
    await query(running.url, 'create table kept (id int); insert into kept values (7)')
    await running.stop()
    running = await startPostgres(options)
    expect(await query(running.url, 'select id from kept')).toEqual([{ id: 7 }])
  })

  it('starts again after it was killed', async () => {
    await running?.service.kill('SIGKILL')
    running = await startPostgres(options)
    expect(await query(running.url, 'select id from kept')).toEqual([{ id: 7 }])
  })

  it('takes no notice of a process number that belongs to somebody else by now', async () => {
    await running?.service.kill('SIGKILL')
    const pidFile = join(options.dataDir, 'postmaster.pid')
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)))
    running = await startPostgres(options)
    expect(await query(running.url, 'select id from kept')).toEqual([{ id: 7 }])
  })

  it('refuses a data directory that another server uses', async () => {
    await expect(startPostgres(options)).rejects.toThrow(/in use by process \d+/)
  })

  it('listens on loopback only and asks for the password', async () => {
    const addresses = await query(running?.url ?? '', "select current_setting('listen_addresses') as addresses")
    expect(addresses).toEqual([{ addresses: '127.0.0.1' }])
    await expect(query((running?.url ?? '').replace('p4ss', 'wrong'), 'select 1')).rejects.toThrow(/password/)
  })

  it('shows the end of its log when it cannot start', async () => {
    const beside = { ...options, dataDir: join(outer, 'second'), logFile: join(outer, 'second.log') }
    await expect(startPostgres(beside)).rejects.toThrow(/could not create any TCP\/IP sockets/)
  })
})

it('gives tests a cluster of their own', async () => {
  const temporary = await startTemporaryPostgres()
  expect(await query(temporary.url, 'select current_database()')).toEqual([{ current_database: 'visavis' }])
  await temporary.stop()
  await expect(query(temporary.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})
