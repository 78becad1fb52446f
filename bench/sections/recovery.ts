import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { clickJoin, openRoom, startMeeting } from '../browsers/meeting.ts'
import type { Measurements } from '../figures.ts'

const awayMs = 1_000
const restMs = 3_000
const sign = '[data-testid="connection-lost"]'

/** The SFU is killed in the middle of a call of two and started again a second later; the slower of the two counts. */
export async function measureRecovery(stack: TemporaryStack, times: number): Promise<Measurements> {
  const { sfu } = stack
  if (!sfu) throw new Error('The stack has no SFU of its own to kill.')
  const meeting = await startMeeting(stack, 'open')
  const { page, leave } = await meeting.newGuest()
  await openRoom(page, meeting.room.slug, 'Paul Mercier')
  await clickJoin(page)
  const pages = [meeting.host, page]
  await Promise.all(pages.map((one) => one.evaluate(() => window.visavisMarks.remoteFrame)))

  const pictureBack: number[] = []
  const soundBack: number[] = []
  const signs: number[] = []
  for (let n = 0; n < times; n++) {
    await delay(restMs)
    const noticing = await Promise.all(
      pages.map((one) => one.evaluateHandle((selector) => ({ at: window.visavisMarks.painted(selector) }), sign)),
    )
    const killed = Date.now()
    const gone = sfu.kill('SIGKILL')
    const back = pages.map((one) => frameSince(one, killed + awayMs))
    const heard = pages.map((one) => soundSince(one, killed + awayMs))
    await gone
    await delay(killed + awayMs - Date.now())
    await sfu.start()
    pictureBack.push((Math.max(...(await Promise.all(back))) - killed) / 1000)
    soundBack.push((Math.max(...(await Promise.all(heard))) - killed) / 1000)
    const noticed = await Promise.all(noticing.map((notice) => notice.evaluate(({ at }) => at)))
    signs.push((Math.max(...noticed) - killed) / 1000)
    await Promise.all(pages.map((one) => one.locator(sign).waitFor({ state: 'hidden' })))
  }
  await leave()
  await meeting.end()
  return { pictureBack, soundBack, sign: signs }
}

const frameSince = (page: Page, moment: number) =>
  page.evaluate((since) => window.visavisMarks.frameSince(since), moment)
const soundSince = (page: Page, moment: number) =>
  page.evaluate((since) => window.visavisMarks.soundSince(since), moment)
