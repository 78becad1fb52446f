import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { BUILD_DIR } from '../settings.ts'
import { step } from '../steps.mjs'
import { assertGo, goBuild, OLDEST_GO_MINOR } from './go.ts'

const PACKAGE = 'github.com/livekit/livekit-server/cmd/server'
const moduleDir = import.meta.dirname

const THREE_WAYS = `Visavis needs a LiveKit server. Any one of these gives it one:
  1. install Go 1.${OLDEST_GO_MINOR} or later (https://go.dev/dl, or your system's package "golang"): the server is then built once;
  2. install LiveKit's own package, so that "livekit-server" is on the PATH;
  3. set LIVEKIT_SERVER_BIN to the path of a livekit-server binary.`

const CROWD_NEEDS_GO = `The benchmark fills calls with LiveKit's own test client, which is built with Go 1.${OLDEST_GO_MINOR} or later:
install it from https://go.dev/dl, or your system's package "golang".`

function onPath(name: string): string | undefined {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path))
}

/** Where a program is kept that these files, relative to the Go module, make. */
function builtPath(name: string, files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(moduleDir, file)))
  return join(BUILD_DIR, 'bin', `${name}-${hash.digest('hex').slice(0, 12)}`)
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

  const built = builtPath('livekit-server', ['go.mod', 'go.sum'])
  if (existsSync(built)) return built
  await assertGo(THREE_WAYS)
  await step('Building the media server (once, about 2 minutes)', (detail) => goBuild(PACKAGE, built, detail))
  return built
}

/** The path of the program in `crowd/`, which fills calls with participants; built when it changed since the last time. */
export async function crowdBinary(): Promise<string> {
  const sources = readdirSync(join(moduleDir, 'crowd')).map((file) => join('crowd', file))
  const built = builtPath('crowd', ['go.mod', 'go.sum', ...sources])
  if (existsSync(built)) return built
  await assertGo(CROWD_NEEDS_GO)
  await step('Building the crowd (once, about 2 minutes)', (detail) => goBuild('./crowd', built, detail))
  return built
}
