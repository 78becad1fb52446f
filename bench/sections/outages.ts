import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { watchFreezes } from '../../e2e/fixtures/freeze-watch.ts'
import { type Cut, cuttable, type NetworkCut, prepareNetworkCut, uncut } from '../../e2e/fixtures/network-cut.ts'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { clickJoin, hostName, type Meeting, openRoom, startMeeting } from '../browsers/meeting.ts'
import type { Measurements } from '../figures.ts'

const shortMs = 10_000
const longMs = 60_000
const restMs = 3_000
/** By then media have moved to TCP, or never will. */
const udpPatienceMs = 60_000

interface Outage {
  what: Cut
  /** How long it lasts; with UDP alone it lasts until the picture is back. */
  lastsMs: number | null
}

/** One guest's network is cut in the middle of a call; the others stay connected, and the call with them. */
export async function measureOutages(stack: TemporaryStack, times: number): Promise<Measurements> {
  const network = await prepareNetworkCut()
  const meeting = await startMeeting(stack, 'open', { host: uncut, guest: cuttable })
  const frozen: number[] = []

  async function repeat(outage: Outage): Promise<number[]> {
    const backs: number[] = []
    for (let n = 0; n < times; n++) {
      const { back, longest } = await suffer(meeting, network, outage)
      backs.push(back)
      process.stderr.write(
        `  ${outage.what} cut, ${outage.lastsMs ?? 'for good'}: ${back} s, frozen for ${longest} s\n`,
      )
      frozen.push(longest)
    }
    return backs
  }

  const backAfterShort = await repeat({ what: 'everything', lastsMs: shortMs })
  const backAfterLong = await repeat({ what: 'everything', lastsMs: longMs })
  const backOverTcp = await repeat({ what: 'udp', lastsMs: null })
  await meeting.end()
  return { backAfterShort, backAfterLong, backOverTcp, frozen }
}

/** Seconds until the picture moved again, counted from the network's return or, where UDP stays blocked, from the cut. */
async function suffer(meeting: Meeting, network: NetworkCut, { what, lastsMs }: Outage) {
  const { page, leave } = await meeting.newGuest()
  await openRoom(page, meeting.room.slug, 'Paul Mercier')
  await clickJoin(page)
  await page.evaluate(() => window.visavisMarks.remoteFrame)
  await delay(restMs)
  const picture = await watchFreezes({ page }, hostName)
  const cutAt = Date.now()
  await network.cut(what)
  try {
    const stoppedAt = await lastFrame(page, picture)
    if (lastsMs !== null) {
      await delay(cutAt + lastsMs - Date.now())
      await network.mend()
    }
    const since = lastsMs === null ? stoppedAt + 1 : Date.now()
    const from = lastsMs === null ? cutAt : since
    const back = await Promise.race([picture.frameSince(since), delay(udpPatienceMs, Number.POSITIVE_INFINITY)])
    return { back: (back - from) / 1000, longest: (await picture.record()).longestMs / 1000 }
  } finally {
    await network.mend()
    await page.getByRole('button', { name: 'Leave the meeting' }).click()
    await leave()
  }
}

/** When the last picture came, once the page says that the connection is lost. */
async function lastFrame(page: Page, picture: Awaited<ReturnType<typeof watchFreezes>>): Promise<number> {
  await page.getByTestId('connection-lost').waitFor()
  return (await picture.record()).lastFrameAt
}
