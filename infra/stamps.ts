import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const IGNORED = new Set(['node_modules', 'dist', 'generated', 'test', '.data', '.turbo'])

function* filesUnder(path: string): Generator<string> {
  if (statSync(path).isFile()) {
    yield path
    return
  }
  for (const entry of readdirSync(path).sort()) if (!IGNORED.has(entry)) yield* filesUnder(join(path, entry))
}

/** A hash of the contents of files and directories; what is made, or only serves tests, does not count. */
export function fingerprint(paths: string[]): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths.filter((candidate) => existsSync(candidate))) {
    for (const file of filesUnder(path)) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash.update(file).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/**
 * Runs `work` unless it was done for these sources already and what it made is still there. The fingerprint is kept in
 * `stampFile`, and written only after `work` succeeded.
 */
export async function onceFor(sources: string[], output: string, stampFile: string, work: () => Promise<unknown>) {
  const current = fingerprint(sources)
  if (existsSync(output) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === current) return
  await work()
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, current)
}
