import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { runProgram } from '../programs.ts'
import { BUILD_DIR } from '../settings.ts'
import { step } from '../steps.mjs'

const run = promisify(execFile)
const PACKAGE = 'github.com/livekit/livekit-server/cmd/server'
const moduleDir = import.meta.dirname
/** The first Go that fetches by itself the newer one that go.mod asks for. */
const OLDEST_GO_MINOR = 21

const THREE_WAYS = `Visavis needs a LiveKit server. Any one of these gives it one:
  1. install Go 1.${OLDEST_GO_MINOR} or later (https://go.dev/dl, or your system's package "golang"): the server is then built once;
  2. install LiveKit's own package, so that "livekit-server" is on the PATH;
  3. set LIVEKIT_SERVER_BIN to the path of a livekit-server binary.`

function onPath(name: string): string | undefined {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path))
}

async function assertGo() {
  const version = await run('go', ['env', 'GOVERSION']).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
  const minor = Number(/^go1\.(\d+)/.exec(version)?.[1] ?? 0)
  if (minor < OLDEST_GO_MINOR) throw new Error(version ? `${version} is too old. ${THREE_WAYS}` : THREE_WAYS)
}

/** Runs `go build`, which names each package as it compiles it, and tells how far that is. */
async function build(target: string, detail: (text: string) => void) {
  detail('fetching modules')
  const { stdout } = await run('go', ['list', '-deps', PACKAGE], { cwd: moduleDir, maxBuffer: 16_000_000 })
  const total = stdout.trim().split('\n').length
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = `${target}.${process.pid}`
  const args = ['build', '-v', '-trimpath', '-ldflags=-s -w', '-o', unfinished, PACKAGE]
  let compiled = 0
  const onLine = () => detail(`${Math.min(++compiled, total)} of ${total} packages`)
  await runProgram('go', args, { cwd: moduleDir, onLine })
  renameSync(unfinished, target)
}

/**
 * The path of a livekit-server binary: LIVEKIT_SERVER_BIN, or the one on the PATH, or the pinned one, built with Go
 * when go.mod or go.sum changed since the last time. Without any of these it throws, naming the ways.
 */
export async function livekitBinary(): Promise<string> {
  const configured = process.env['LIVEKIT_SERVER_BIN']
  if (configured) {
    if (!existsSync(configured)) throw new Error(`LIVEKIT_SERVER_BIN is ${configured}, and there is no such file.`)
    return configured
  }
  const installed = onPath('livekit-server')
  if (installed) return installed

  const hash = createHash('sha256')
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(moduleDir, file)))
  const built = join(BUILD_DIR, 'bin', `livekit-server-${hash.digest('hex').slice(0, 12)}`)
  if (existsSync(built)) return built
  await assertGo()
  await step('Building the media server (once, about 2 minutes)', (detail) => build(built, detail))
  return built
}
