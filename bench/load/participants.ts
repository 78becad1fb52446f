import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { apiPrefix, joinOutcomeSchema } from '@visavis/contracts'
import { crowdBinary } from '../../infra/livekit/binary.ts'
import type { Clips } from './clips.ts'

export interface Participants {
  /** The process that all of them live in. */
  readonly pid: number
  /** Ends all of them at once. */
  leave(): Promise<void>
}

/** As a guest whose browser has never been here. */
async function joinAsGuest(origin: string, slug: string, displayName: string): Promise<string> {
  const response = await fetch(`${origin}${apiPrefix}/rooms/${slug}/join`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ displayName }),
  })
  const outcome = joinOutcomeSchema.parse(await response.json())
  if (outcome.outcome !== 'admitted') throw new Error(`${displayName} was not admitted: ${outcome.outcome}`)
  return outcome.token
}

/**
 * Brings people of these names into the call of an open room, as guests by the API and through the gate; with clips they
 * show and say those. Resolves when the last of them is in.
 */
export async function gather(
  origin: string,
  slug: string,
  names: readonly string[],
  clips?: Clips,
): Promise<Participants> {
  const binary = await crowdBinary()
  const files = clips ? ['-video', clips.video, '-audio', clips.audio] : []
  const crowd = spawn(binary, ['-url', origin.replace(/^http/, 'ws'), ...files], { stdio: ['pipe', 'pipe', 'pipe'] })
  const end = () => crowd.kill()
  process.once('exit', end)
  const gone = once(crowd, 'exit')
  const errors: string[] = []
  createInterface({ input: crowd.stderr }).on('line', (line) => errors.push(line))

  const { promise: complete, resolve } = Promise.withResolvers<void>()
  let inside = 0
  createInterface({ input: crowd.stdout }).on('line', () => {
    if (++inside === names.length) resolve()
  })
  const failed = gone.then(() => {
    throw new Error(`The crowd broke up, ${inside} of ${names.length} were in: ${errors.slice(0, 10).join('\n')}`)
  })
  // The tokens are handed over one by one, while those before connect.
  const bring = async () => {
    for (const name of names) crowd.stdin.write(`${await joinAsGuest(origin, slug, name)}\n`)
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
    async leave() {
      leaving = true
      crowd.kill()
      await gone
      process.off('exit', end)
    },
  }
}
