import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { commandOf } from './processes.ts'

interface Part {
  name: string
  pid: number
  /** A piece of its command line: a process number alone may have been given to somebody else. */
  marker: string
}

interface Record {
  supervisor: number
  /** Of the supervisor's command line, for the same reason. */
  marker: string
  parts: Part[]
}

const fileOf = (dataDir: string) => join(dataDir, 'running.json')
const isStill = async (pid: number, marker: string) => (await commandOf(pid))?.includes(marker) ?? false

async function end({ pid, marker }: Part) {
  // SIGQUIT ends Postgres at once, and its next start recovers; it ends the others just as well.
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    for (let attempt = 0; attempt < 50; attempt++) {
      if (!(await isStill(pid, marker))) return
      if (attempt === 0) process.kill(pid, signal)
      await delay(100)
    }
  }
}

/**
 * Makes this process the only one that runs a stack on this data directory. What a former one left behind when it was
 * killed is ended first. Throws when another one is alive.
 */
export async function claimDataDir(dataDir: string): Promise<{ add(part: Part): void; release(): void }> {
  const file = fileOf(dataDir)
  if (existsSync(file)) {
    const former = JSON.parse(readFileSync(file, 'utf8')) as Record
    if (former.supervisor !== process.pid && (await isStill(former.supervisor, former.marker))) {
      throw new Error(`Visavis is running already on ${dataDir}, as process ${former.supervisor}.`)
    }
    await Promise.all(former.parts.map(end))
  }
  const record: Record = { supervisor: process.pid, marker: process.argv[1] ?? '', parts: [] }
  const write = () => writeFileSync(file, JSON.stringify(record))
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  write()
  return {
    add(part) {
      record.parts = [...record.parts.filter(({ name }) => name !== part.name), part]
      write()
    },
    release: () => rmSync(file, { force: true }),
  }
}
