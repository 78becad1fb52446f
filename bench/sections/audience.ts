import { setTimeout as delay } from 'node:timers/promises'
import { apiPrefix } from '@visavis/contracts'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { type Desk, sitDown } from '../browsers/desk.ts'
import { heapMbOf, mainThreadOf } from '../browsers/page-use.ts'
import type { Measurements } from '../figures.ts'
import { type Clips, makeClips } from '../load/clips.ts'
import { namesOf } from '../load/names.ts'
import { gather, type Participants, type Reception } from '../load/participants.ts'
import { useOf } from '../load/process-use.ts'
import { openList } from './list.ts'

const settlingMs = 10_000
const listeningSeconds = 30
/** Often enough through the speaker's film, in which some seconds weigh more than others. */
const watchingSeconds = 32
const opens = 5

/** One speaks on stage; so many listen, and then fewer watch, more and more until not all pictures arrive. */
export async function measureAudience(
  stack: TemporaryStack,
  { audience, watching }: { audience: number; watching: readonly number[] },
): Promise<Measurements> {
  const clips = await makeClips(stack.dataDir, 640, 360)
  return { ...(await measureListening(stack, clips, audience)), ...(await measureWatching(stack, clips, watching)) }
}

/** A host at a desk who neither speaks nor is seen, and the one speaker, whom they have invited on stage. */
async function openStage(stack: TemporaryStack, clips: Partial<Clips>): Promise<{ desk: Desk; speaker: Participants }> {
  const desk = await sitDown(stack)
  for (const name of ['Turn camera off', 'Turn microphone off'])
    await desk.page.getByRole('button', { name, exact: true }).first().click()
  const speaker = await gather(stack.publicUrl, desk.room.slug, ['Speaker'], { clips })
  const [who] = speaker.admitted
  if (!who) throw new Error('The speaker did not come in.')
  const { request } = desk.page.context()
  const headers = { origin: stack.publicUrl }
  const path = `${stack.publicUrl}${apiPrefix}`
  const granted = await request.put(`${path}/calls/${who.callId}/participants/${who.identity}/grants`, {
    headers,
    data: { sources: ['microphone', 'camera'] },
  })
  const staged = await request.patch(`${path}/rooms/${desk.room.slug}`, {
    headers,
    data: { settings: { stage: true } },
  })
  if (!granted.ok() || !staged.ok()) throw new Error(`No stage: ${granted.status()}, ${staged.status()}`)
  return { desk, speaker }
}

async function measureListening(stack: TemporaryStack, { audio }: Clips, people: number): Promise<Measurements> {
  const { desk, speaker } = await openStage(stack, { audio })
  const before = serversOf(stack)
  const beganAtMs = performance.now()
  const listeners = await gather(stack.publicUrl, desk.room.slug, namesOf(people), { listen: true })
  const tookSeconds = (performance.now() - beganAtMs) / 1000
  const full = serversOf(stack)
  await desk.page
    .getByText(`${(people + 2).toLocaleString('en')} people`)
    .filter({ visible: true })
    .waitFor()
  await delay(settlingMs)

  const from = { servers: serversOf(stack), main: await mainThreadOf(desk) }
  const heard = await receptionsOf(listeners, listeningSeconds)
  const to = { servers: serversOf(stack), main: await mainThreadOf(desk) }
  const seconds = to.main.atSeconds - from.main.atSeconds
  const listOpened: number[] = []
  for (let n = 0; n < opens; n++) listOpened.push(await openList(desk.page))
  const heap = await heapMbOf(desk)
  await leave(desk, listeners, speaker)

  return {
    audienceRate: [people / tookSeconds],
    audienceDeaf: heard.map((second) => 100 * (1 - second.people / people)),
    audienceSfuCpu: [((to.servers.sfu.cpuSeconds - from.servers.sfu.cpuSeconds) * 1000) / seconds / people],
    audienceSfuMemory: [(to.servers.sfu.residentMb - before.sfu.residentMb) / people],
    audienceApiJoin: [((full.api.cpuSeconds - before.api.cpuSeconds) * 1000) / people],
    audienceApiMemory: [to.servers.api.residentMb],
    audienceMain: [((to.main.taskSeconds - from.main.taskSeconds) * 1000) / seconds],
    audienceHeap: [heap],
    audienceList: listOpened,
  }
}

/** What each gets, measured against what each of the fewest gets. */
async function measureWatching(stack: TemporaryStack, clips: Clips, sizes: readonly number[]): Promise<Measurements> {
  const measured: Measurements = {}
  let wholeBytes: number | null = null
  for (const people of sizes) {
    process.stderr.write(`  ${people} watching\n`)
    const { desk, speaker } = await openStage(stack, clips)
    const watchers = await gather(stack.publicUrl, desk.room.slug, namesOf(people), { listen: true })
    await delay(settlingMs)
    const before = serversOf(stack)
    const beganAtMs = performance.now()
    const received = await receptionsOf(watchers, watchingSeconds)
    const seconds = (performance.now() - beganAtMs) / 1000
    const after = serversOf(stack)
    await leave(desk, watchers, speaker)
    const total = (of: 'bytes' | 'milliseconds') => received.reduce((sum, each) => sum + each[of], 0)
    const bytesEach = total('bytes') / total('milliseconds') / people
    wholeBytes ??= bytesEach
    const short = 100 * Math.max(0, 1 - bytesEach / wholeBytes)
    measured[`watchShort/${people}`] = [short]
    measured[`watchSfuCpu/${people}`] = [((after.sfu.cpuSeconds - before.sfu.cpuSeconds) * 1000) / seconds]
    if (short > 5) break
  }
  return measured
}

function serversOf({ sfu, api }: TemporaryStack) {
  if (sfu?.pid === undefined || api.pid === undefined)
    throw new Error('The stack has no SFU and API of its own to measure.')
  return { sfu: useOf(sfu.pid), api: useOf(api.pid) }
}

/** Of the next so many seconds. */
async function receptionsOf({ receptions }: Participants, seconds: number): Promise<Reception[]> {
  const from = receptions.length
  while (receptions.length < from + seconds) await delay(100)
  return receptions.slice(from, from + seconds)
}

async function leave({ browser }: Desk, ...crowds: Participants[]): Promise<void> {
  for (const crowd of crowds) await crowd.leave()
  await browser.close()
}
