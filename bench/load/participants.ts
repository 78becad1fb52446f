import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Admitted, apiPrefix, joinOutcomeSchema } from '@visavis/contracts'
import { crowdBinary } from '../../infra/livekit/binary.ts'
import type { Clips } from './clips.ts'

/** What those who listen got in one second, or a little more, all together. */
export interface Reception {
  people: number
  bytes: number
  milliseconds: number
}

export interface Participants {
  /** The process that all of them live in. */
  readonly pid: number
  /** Who they are, in the order of their names. */
  readonly admitted: readonly Admitted[]
  /** Of each second since they began to come. */
  readonly receptions: readonly Reception[]
  /** Ends all of them at once. */
  leave(): Promise<void>
}

/** As a guest whose browser has never been here. */
async function joinAsGuest(origin: string, slug: string, displayName: string): Promise<Admitted> {
  const response = await fetch(`${origin}${apiPrefix}/rooms/${slug}/join`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ displayName }),
  })
  const outcome = joinOutcomeSchema.parse(await response.json())
  if (outcome.outcome !== 'admitted') throw new Error(`${displayName} was not admitted: ${outcome.outcome}`)
  return outcome
}

/**
 * Brings people of these names into the call of an open room, as guests by the API and through the gate. With clips they
 * show and say those; those who `listen` receive whatever anybody publishes. Resolves when the last of them is in.
 */
export async function gather(
  origin: string,
  slug: string,
  names: readonly string[],
  { clips, listen = false }: { clips?: Partial<Clips>; listen?: boolean } = {},
): Promise<Participants> {
  const binary = await crowdBinary()
  const { video, audio } = clips ?? {}
  const does = [
    ...(video ? ['-video', video] : []),
    ...(audio ? ['-audio', audio] : []),
    ...(listen ? ['-listen'] : []),
  ]
  const crowd = spawn(binary, ['-url', origin.replace(/^http/, 'ws'), ...does], { stdio: ['pipe', 'pipe', 'pipe'] })
  const end = () => crowd.kill()
  process.once('exit', end)
  const gone = once(crowd, 'exit')
  const errors: string[] = []
  createInterface({ input: crowd.stderr }).on('line', (line) => errors.push(line))

  const { promise: complete, resolve } = Promise.withResolvers<void>()
  let inside = 0
  const receptions: Reception[] = []
  createInterface({ input: crowd.stdout }).on('line', (line) => {
    const [word, ...counts] = line.split(' ')
    const [people = 0, bytes = 0, milliseconds = 0] = counts.map(Number)
    if (word === 'received') receptions.push({ people, bytes, milliseconds })
    else if (++inside === names.length) resolve()
  })
  const failed = gone.then(() => {
    throw new Error(`The crowd broke up, ${inside} of ${names.length} were in: ${errors.slice(0, 10).join('\n')}`)
  })
  const admitted: Admitted[] = []
  // The tokens are handed over one by one, while those before connect.
  const bring = async () => {
    for (const name of names) {
      const outcome = await joinAsGuest(origin, slug, name)
      admitted.push(outcome)
      crowd.stdin.write(`${outcome.token}\n`)
    }
    await complete
  }
  await Promise.race([bring(), failed])
  // Nobody leaves by themselves; if somebody does, the figures say nothing.
  failed.catch((error: unknown) => {
    if (!leaving) process.stderr.write(`${String(error)}\n`)
  })
  let leaving = false
  return {
    pid: crowd.pid ?? 0,
    admitted,
    receptions,
    async leave() {
      leaving = true
      crowd.kill()
      await gone
      process.off('exit', end)
    },
  }
}
