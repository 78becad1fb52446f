import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { clickJoin, openRoom, startMeeting } from '../browsers/meeting.ts'
import type { Measurements } from '../figures.ts'

/** A guest asks to come into a trusted room, the host in the call is told and admits them. */
export async function measureLobby(stack: TemporaryStack, joins: number): Promise<Measurements> {
  const meeting = await startMeeting(stack, 'trusted')
  const { host, room } = meeting
  const hostTold: number[] = []
  const admitted: number[] = []
  for (let n = 1; n <= joins; n++) {
    const { page, leave } = await meeting.newGuest()
    const name = `Guest ${n}`
    const admit = `button[aria-label="Admit ${name}"]`
    await openRoom(page, room.slug, name)
    const telling = await host.evaluateHandle((button) => ({ at: window.visavisMarks.painted(button) }), admit)
    const asked = await clickJoin(page)
    hostTold.push(((await telling.evaluate(({ at }) => at)) - asked) / 1000)

    const clicking = await host.evaluateHandle(() => ({ at: window.visavisMarks.clicked() }))
    await host.locator(admit).click()
    const clicked = await clicking.evaluate(({ at }) => at)
    admitted.push(((await page.evaluate(() => window.visavisMarks.remoteFrame)) - clicked) / 1000)
    await leave()
  }
  await meeting.end()
  return { hostTold, admitted }
}
