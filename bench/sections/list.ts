import type { Page } from '@playwright/test'
import type { TemporaryStack } from '../../infra/temporary-stack.ts'
import { sitDown } from '../browsers/desk.ts'
import type { Measurements } from '../figures.ts'
import { namesOf } from '../load/names.ts'
import { gather } from '../load/participants.ts'

const opens = 10

/** The panel of participants is opened again and again in a call of so many, who neither speak nor show themselves. */
export async function measureList(stack: TemporaryStack, people: number): Promise<Measurements> {
  const { room, page, browser } = await sitDown(stack)
  const crowd = await gather(stack.publicUrl, room.slug, namesOf(people - 1))
  await page.getByText(`${people} people`).filter({ visible: true }).waitFor()

  const listOpened: number[] = []
  for (let n = 0; n < opens; n++) listOpened.push(await openList(page))
  await crowd.leave()
  await browser.close()
  return { listOpened }
}

/** Milliseconds from the click until a frame with the rows has been drawn. */
export async function openList(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: /^Participants/ })
  const opening = await page.evaluateHandle(() => ({
    ms: new Promise<number>((resolve) => {
      document.addEventListener(
        'click',
        ({ timeStamp }) => {
          function look() {
            if (!document.querySelector('aside li')) return requestAnimationFrame(look)
            // A message is delivered when the frame that is being made is done.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - timeStamp)
            return port2.postMessage(null)
          }
          requestAnimationFrame(look)
        },
        { capture: true, once: true },
      )
    }),
  }))
  await button.click()
  const ms = await opening.evaluate(({ ms }) => ms)
  await button.click()
  await page.locator('aside').waitFor({ state: 'detached' })
  return ms
}
