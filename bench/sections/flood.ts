import { floodChat } from '../../e2e/fixtures/chat-flood.ts'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { startMeeting } from '../browsers/meeting.ts'
import type { Measurements } from '../figures.ts'

const messages = 1000

/** A thousand messages come at once while the chat is open: how long the page is busy in one piece at the most. */
export async function measureFlood(stack: TemporaryStack): Promise<Measurements> {
  const { host, room, end } = await startMeeting(stack, 'open')
  await host.getByRole('button', { name: /^Chat/ }).click()
  await host.getByRole('textbox', { name: 'Write to everybody' }).waitFor()
  const tasks = await host.evaluateHandle(() => {
    // A task under 50 ms is none of the long ones that a browser tells of.
    const lasted = [50]
    const observer = new PerformanceObserver((list) =>
      lasted.push(...list.getEntries().map(({ duration }) => duration)),
    )
    observer.observe({ type: 'longtask' })
    return lasted
  })
  await floodChat(stack.publicUrl, room.slug, messages)
  await host
    .getByText(/^Message (99\d|1000)$/)
    .first()
    .waitFor()
  const longest = Math.max(...(await tasks.jsonValue()))
  await end()
  return { floodTask: [longest] }
}
