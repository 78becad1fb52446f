import { execFile } from 'node:child_process'
import { mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { runProgram } from '../programs.ts'

const run = promisify(execFile)
const moduleDir = import.meta.dirname
/** The first Go that fetches by itself the newer one that go.mod asks for. */
export const OLDEST_GO_MINOR = 21

/** Throws, with this advice, unless there is a Go that can build what go.mod pins. */
export async function assertGo(advice: string): Promise<void> {
  const version = await run('go', ['env', 'GOVERSION']).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
  const minor = Number(/^go1\.(\d+)/.exec(version)?.[1] ?? 0)
  if (minor < OLDEST_GO_MINOR) throw new Error(version ? `${version} is too old. ${advice}` : advice)
}

/** Runs `go build`, which names each package as it compiles it, and tells how far that is. */
export async function goBuild(what: string, target: string, detail: (text: string) => void): Promise<void> {
  detail('fetching modules')
  const { stdout } = await run('go', ['list', '-deps', what], { cwd: moduleDir, maxBuffer: 16_000_000 })
  const total = stdout.trim().split('\n').length
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = `${target}.${process.pid}`
  const args = ['build', '-v', '-trimpath', '-ldflags=-s -w', '-o', unfinished, what]
  let compiled = 0
  const onLine = () => detail(`${Math.min(++compiled, total)} of ${total} packages`)
  await runProgram('go', args, { cwd: moduleDir, onLine })
  renameSync(unfinished, target)
}
