import type { Page } from '@playwright/test'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { clickJoin, identityOf, openRoom, startMeeting } from '../browsers/meeting.ts'
import type { Measurements } from '../figures.ts'

const seconds = (from: number, to: number) => (to - from) / 1000

/** A guest opens the link of an open room and joins a host who is in the call already, again and again. */
export async function measureArrivals(stack: TemporaryStack, joins: number): Promise<Measurements> {
  const meeting = await startMeeting(stack, 'open')
  const arrivals = []
  for (let n = 0; n < joins; n++) {
    const { page, leave } = await meeting.newGuest()
    arrivals.push(await arrive(page, meeting.host, meeting.room.slug))
    await leave()
  }
  await meeting.end()
  return {
    joinButton: arrivals.map(({ opened, formShown }) => seconds(opened, formShown)),
    connected: arrivals.map(({ click, connected }) => seconds(click, connected)),
    firstFrame: arrivals.map(({ click, remoteFrame }) => seconds(click, remoteFrame)),
    firstSound: arrivals.map(({ click, remoteSound }) => seconds(click, remoteSound)),
    seen: arrivals.map(({ click, seen }) => seconds(click, seen)),
  }
}

async function arrive(page: Page, host: Page, slug: string) {
  await openRoom(page, slug, 'Paul Mercier')
  const click = await clickJoin(page)
  const marks = await page.evaluate(async () => {
    const { opened, formShown, connected, remoteFrame, remoteSound } = window.visavisMarks
    return {
      opened,
      formShown: await formShown,
      connected: await connected,
      remoteFrame: await remoteFrame,
      remoteSound: await remoteSound,
    }
  })
  const identity = await identityOf(page)
  const seen = await host.evaluate((guest) => window.visavisMarks.frameOf(guest), identity)
  return { click, seen, ...marks }
}
