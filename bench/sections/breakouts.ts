import { openActivity } from '../../e2e/fixtures/activities.ts'
import { openRooms, untilPicture } from '../../e2e/fixtures/breakouts.ts'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { clickJoin, hostName, openRoom, startMeeting } from '../browsers/meeting.ts'
import type { Measurements } from '../figures.ts'

const tile = '[data-participant-identity]'

/**
 * A guest goes to a breakout, where somebody is, and back to the main call, where the host is, again and again: how long it
 * takes from the click to the first picture of who is there.
 */
export async function measureBreakouts(stack: TemporaryStack, times: number): Promise<Measurements> {
  const meeting = await startMeeting(stack, 'open')
  const there = await meeting.newGuest()
  const guest = await meeting.newGuest()
  for (const [{ page }, name] of [
    [there, 'Sonia Belkacem'],
    [guest, 'Paul Mercier'],
  ] as const) {
    await openRoom(page, meeting.room.slug, name)
    await clickJoin(page)
    await page.evaluate(() => window.visavisMarks.remoteFrame)
  }
  const { host } = meeting
  await openActivity(host, 'Breakout rooms')
  await host.getByRole('combobox', { name: 'How many rooms' }).selectOption('1')
  await host.getByRole('button', { name: 'Make the rooms' }).click()
  await host.getByRole('switch', { name: 'People choose their room' }).check()
  await openRooms(host)
  const choose = async ({ page }: typeof guest) => {
    await page.getByRole('button', { name: 'Choose a room' }).click()
    return page.getByRole('menu').getByText('Room 1', { exact: true })
  }
  await (await choose(there)).click()
  await there.page.getByText('You are in Room 1').waitFor()

  const breakoutMove: number[] = []
  for (let n = 0; n < times; n++) {
    breakoutMove.push((await untilPicture(guest.page, await choose(guest), 'Sonia Belkacem')) / 1000)
    await there.page.locator(tile, { hasText: 'Paul Mercier' }).waitFor()
    const back = guest.page.getByRole('button', { name: 'Back to the main meeting' })
    breakoutMove.push((await untilPicture(guest.page, back, hostName)) / 1000)
    await host.locator(tile, { hasText: 'Paul Mercier' }).waitFor()
  }
  await meeting.end()
  return { breakoutMove }
}
