import type { CDPSession } from '@playwright/test'
import type { Desk } from './desk.ts'

/** What the page's main thread has worked since it began, in seconds. */
export interface MainThread {
  atSeconds: number
  taskSeconds: number
  scriptSeconds: number
}

/** By the browser's own account (DevTools `Performance`). */
export async function mainThreadOf({ devTools }: Desk): Promise<MainThread> {
  const metrics = await metricsOf(devTools)
  const [atSeconds, taskSeconds, scriptSeconds] = ['Timestamp', 'TaskDuration', 'ScriptDuration'].map(metrics)
  return { atSeconds: atSeconds ?? 0, taskSeconds: taskSeconds ?? 0, scriptSeconds: scriptSeconds ?? 0 }
}

/** The objects that are alive, in megabytes, after what is not has been collected. */
export async function heapMbOf({ devTools }: Desk): Promise<number> {
  // What the first leaves for finalizers, the second takes.
  for (let n = 0; n < 2; n++) await devTools.send('HeapProfiler.collectGarbage')
  const metrics = await metricsOf(devTools)
  return metrics('JSHeapUsedSize') / 1e6
}

async function metricsOf(devTools: CDPSession): Promise<(name: string) => number> {
  await devTools.send('Performance.enable')
  const { metrics } = await devTools.send('Performance.getMetrics')
  return (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
}

/** The process that runs the page: of the browser's renderers the one that has worked most. */
export async function rendererOf({ browser }: Desk): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const renderers = processInfo.filter(({ type }) => type === 'renderer')
  const [busiest] = renderers.toSorted((a, b) => b.cpuTime - a.cpuTime)
  if (!busiest) throw new Error('The browser names no process for its page.')
  return busiest.id
}

export interface Frames {
  decoded: number
  dropped: number
}

/** Pictures of the others, all together, since the page began (RTCInboundRtpStreamStats). */
export async function framesOf({ page }: Desk): Promise<Frames> {
  return await page.evaluate(async () => {
    const frames = { decoded: 0, dropped: 0 }
    for (const connection of window.benchConnections) {
      for (const [, entry] of (await connection.getStats()) as Map<string, RTCInboundRtpStreamStats>) {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'video') continue
        frames.decoded += entry.framesDecoded ?? 0
        frames.dropped += entry.framesDropped ?? 0
      }
    }
    return frames
  })
}
