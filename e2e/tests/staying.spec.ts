import { expectMovingPicture } from '../fixtures/media.ts'
import { callOf, join, leave, pictureOf } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

/** Counts, from before the page's own scripts, the locks that keep the screen on. */
async function countWakeLocks({ context }: Person) {
  await context.addInitScript(() => {
    const locks: { released: boolean; release(): Promise<void> }[] = []
    const request = async () => {
      const lock = {
        released: false,
        async release() {
          lock.released = true
        },
      }
      locks.push(lock)
      return lock
    }
    // A machine without a screen refuses the real one.
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    Object.assign(window, { wakeLocks: () => locks.filter(({ released }) => !released).length })
  })
}
const wakeLocks = ({ page }: Person): Promise<number> => page.evaluate('wakeLocks()')

test('while in a call, and only then, the screen stays on and leaving the page is asked about', async ({ people }) => {
  const claire = await people.agent()
  const { page } = claire
  const { slug } = await makeRoom(claire)
  await countWakeLocks(claire)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await page.goto(`/${slug}`)
  await page.getByRole('heading', { level: 1 }).click()
  await page.reload()
  expect(asked).toEqual([])
  await join(claire, slug)
  await expect.poll(() => wakeLocks(claire)).toBe(1)

  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(callOf(claire)).toBeVisible()
  await expectMovingPicture(pictureOf(claire, claire.name))

  await leave(claire)
  await expect.poll(() => wakeLocks(claire)).toBe(0)
  await page.reload()
  expect(asked).toEqual(['beforeunload'])
})
