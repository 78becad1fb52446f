import { relative } from 'node:path'
import type { Stack, StackOptions } from './stack.ts'
import { step } from './steps.mjs'

const SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** A terminal and npm both pass Ctrl-C on, so a second signal counts as impatience only after this time. */
const IMPATIENT_AFTER_MS = 2_000

const startedIn = process.cwd()

const say = (text: string) => process.stderr.write(`${text}\n`)

type Hooks = Required<Pick<StackOptions, 'signal' | 'onCrash' | 'onNotice'>>

interface Foreground {
  /** Builds what is missing. A signal meanwhile ends everything at once. */
  prepare(): Promise<void>
  start(hooks: Hooks): Promise<Pick<Stack, 'publicUrl' | 'logDir' | 'stop'>>
}

/**
 * Runs a stack in the foreground: prints its one address, and ends it in good order on Ctrl-C or SIGTERM, or when
 * one of its parts ends by itself. Resolves when all is over; failures become a message and the exit code 1.
 */
export async function untilStopped({ prepare, start }: Foreground) {
  const stopping = new AbortController()
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  let askedAtMs = 0
  let prepared = false
  let up = false

  function fail(error: unknown) {
    process.exitCode = 1
    say(`\n${error instanceof Error ? error.message : String(error)}`)
  }

  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const impatient = askedAtMs > 0 && Date.now() - askedAtMs > IMPATIENT_AFTER_MS
      if (!prepared || impatient) process.exit(1)
      if (askedAtMs) return
      askedAtMs = Date.now()
      stopping.abort()
      end()
    })
  }

  try {
    await prepare()
    prepared = true
    const hooks: Hooks = {
      signal: stopping.signal,
      onNotice: say,
      onCrash: (crash) => {
        fail(crash)
        end()
      },
    }
    const stack = await step('Starting', () => start(hooks))
    up = true
    say(
      `\n  Visavis is ready: ${stack.publicUrl}\n  Ctrl-C stops it. Its logs are in ${relative(startedIn, stack.logDir)}.\n`,
    )
    await over
    say('\n  Stopping…')
    await stack.stop()
  } catch (error) {
    if (!stopping.signal.aborted || up) fail(error)
  }
  process.exit()
}
