import { setTimeout as delay } from 'node:timers/promises'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { type Desk, sitDown } from '../browsers/desk.ts'
import { framesOf, heapMbOf, mainThreadOf, rendererOf } from '../browsers/page-use.ts'
import type { CrowdFigure, Measurements } from '../figures.ts'
import { makeClips } from '../load/clips.ts'
import { namesOf } from '../load/names.ts'
import { gather } from '../load/participants.ts'
import { useOf } from '../load/process-use.ts'

export interface CrowdExtent {
  publishers: readonly number[]
  minutes: number
}

/** Of a camera in three layers a tile of this size is sent the one that fits: what all of them publish here. */
const layerFor = (publishers: number): [width: number, height: number] => (publishers <= 9 ? [640, 360] : [320, 180])
/** A page of tiles has this many at most, one's own among them. */
const onOnePage = 24

/** Somebody sits in a call with so many who show and say something, for so many minutes; and with more, and more. */
export async function measureCrowds(
  stack: TemporaryStack,
  { publishers, minutes }: CrowdExtent,
): Promise<Measurements> {
  const measured: Measurements = {}
  for (const count of publishers) {
    process.stderr.write(`  ${count} publishers, ${minutes} min\n`)
    const figures = await measureCrowd(stack, count, minutes)
    for (const [name, value] of Object.entries(figures) as [CrowdFigure, number][])
      measured[`${name}/${count}`] = [value]
  }
  return measured
}

async function measureCrowd(
  stack: TemporaryStack,
  count: number,
  minutes: number,
): Promise<Record<CrowdFigure, number>> {
  const [sfu, api] = [stack.sfu?.pid, stack.api.pid]
  if (sfu === undefined || api === undefined) throw new Error('The stack has no SFU and API of its own to measure.')
  const clips = await makeClips(stack.dataDir, ...layerFor(count))
  const desk = await sitDown(stack)
  const empty = { sfu: useOf(sfu), api: useOf(api) }
  const crowd = await gather(stack.publicUrl, desk.room.slug, namesOf(count), { clips })
  await everybodySeen(desk, Math.min(count, onOnePage))

  // What is loaded and kept once is there by then.
  const settlingSeconds = Math.min(60, minutes * 10)
  await delay(settlingSeconds * 1000)
  const renderer = await rendererOf(desk)
  const used = async () => ({
    main: await mainThreadOf(desk),
    frames: await framesOf(desk),
    sfu: useOf(sfu),
    api: useOf(api),
  })
  const heapBefore = await heapMbOf(desk)
  const residentBefore = useOf(renderer).residentMb
  const before = await used()
  await delay(minutes * 60_000 - settlingSeconds * 1000)
  const after = await used()
  const residentAfter = useOf(renderer).residentMb
  const heapAfter = await heapMbOf(desk)
  await crowd.leave()
  await desk.browser.close()

  const seconds = after.main.atSeconds - before.main.atSeconds
  const perSecond = (from: number, to: number) => ((to - from) * 1000) / seconds
  const dropped = after.frames.dropped - before.frames.dropped
  const decoded = after.frames.decoded - before.frames.decoded
  const everybody = count + 1
  return {
    mainThread: perSecond(before.main.taskSeconds, after.main.taskSeconds),
    script: perSecond(before.main.scriptSeconds, after.main.scriptSeconds),
    dropped: (100 * dropped) / (dropped + decoded),
    heap: heapAfter,
    heapGrowth: (100 * (heapAfter - heapBefore)) / heapBefore,
    resident: residentAfter,
    residentGrowth: (100 * (residentAfter - residentBefore)) / residentBefore,
    sfuCpu: perSecond(before.sfu.cpuSeconds, after.sfu.cpuSeconds) / everybody,
    sfuMemory: (after.sfu.residentMb - empty.sfu.residentMb) / everybody,
    apiCpu: perSecond(before.api.cpuSeconds, after.api.cpuSeconds) / everybody,
    apiMemory: (after.api.residentMb - empty.api.residentMb) / everybody,
  }
}

/** Waits until so many others' pictures move at the same time. */
async function everybodySeen({ page }: Desk, count: number): Promise<void> {
  await page.waitForFunction((count) => {
    const moving = [...document.querySelectorAll('li[data-participant-identity] video')].filter(
      (video) => video instanceof HTMLVideoElement && video.getVideoPlaybackQuality().totalVideoFrames > 0,
    )
    return moving.length >= count
  }, count)
}
