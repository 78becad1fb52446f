import { calmContext, expectUsableByAll } from '../fixtures/accessibility.ts'
import { callOf, join, openPrejoin } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { silenceArgs, voiceArgs } from '../fixtures/voice.ts'

const dead = ({ page }: Person) => page.getByRole('alert').filter({ hasText: 'Your microphone transmits no sound.' })
const mutedSpeech = ({ page }: Person) =>
  page.getByRole('alert').filter({ hasText: 'You are speaking, but your microphone is off.' })
const switchInBar = ({ page }: Person, name: string) =>
  page.getByRole('toolbar', { name: 'Meeting controls' }).getByRole('button', { name, exact: true })

test('a microphone that gives only zeros is said, with another one to choose', async ({ people }) => {
  const claire = await people.agent({ args: silenceArgs(), context: calmContext })
  const { page } = claire
  const { slug } = await makeRoom(claire)
  await join(claire, slug)
  await expect(dead(claire)).toBeVisible({ timeout: 20_000 })
  await expect(mutedSpeech(claire)).toBeHidden()
  await expectUsableByAll(page, 'a silent microphone')
  await page.getByRole('button', { name: 'Choose another microphone' }).click()
  await expect(page.getByRole('menu').getByRole('menuitemradio')).not.toHaveCount(0)
  await page.keyboard.press('Escape')

  // A muted microphone owes nobody a sound.
  await switchInBar(claire, 'Turn microphone off').click()
  await expect(dead(claire)).toBeHidden()
})

test('who speaks while muted is told, and is heard again with one click', async ({ people }) => {
  const claire = await people.agent({ args: voiceArgs() })
  const { page } = claire
  const { slug } = await makeRoom(claire)
  await countLiveClones(claire)
  await join(claire, slug)
  await switchInBar(claire, 'Turn microphone off').click()
  await expect(mutedSpeech(claire)).toBeVisible({ timeout: 15_000 })
  expect(await liveClones(claire)).toBe(1)

  await page.getByRole('main').getByRole('button', { name: 'Turn microphone on' }).click()
  await expect(mutedSpeech(claire)).toBeHidden()
  await expect(switchInBar(claire, 'Turn microphone off')).toBeVisible()
  await expect.poll(() => liveClones(claire), { message: 'clones that still listen' }).toBe(0)

  await switchInBar(claire, 'Turn microphone off').click()
  await expect(mutedSpeech(claire)).toBeVisible({ timeout: 15_000 })
  await page.getByRole('button', { name: 'Do not tell me again' }).click()
  await expect(mutedSpeech(claire)).toBeHidden()
  expect(await liveClones(claire)).toBe(1)
  await page.getByRole('button', { name: 'Leave the meeting' }).click()
  await expect.poll(() => liveClones(claire), { message: 'clones that still listen' }).toBe(0)
})

test('who speaks into an open microphone, and who is muted and silent, is told nothing', async ({ people }) => {
  const claire = await people.agent({ args: voiceArgs() })
  const paul = await people.guest('Paul Mercier', { args: silenceArgs() })
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await openPrejoin(paul, slug)
  await paul.page.getByRole('button', { name: 'Turn microphone off' }).click()
  await paul.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(callOf(paul)).toBeVisible()
  await join(claire, slug)
  const told = await Promise.all(
    [claire, paul].map(({ page }) =>
      // Longer than either notice takes.
      page
        .getByRole('alert')
        .waitFor({ timeout: 16_000 })
        .then(
          () => true,
          () => false,
        ),
    ),
  )
  expect(told).toEqual([false, false])
})

/** Counts, from before the page's own scripts, the clones of sound tracks that are not stopped. */
async function countLiveClones({ context }: Person) {
  await context.addInitScript(() => {
    const clones: MediaStreamTrack[] = []
    const clone = MediaStreamTrack.prototype.clone
    MediaStreamTrack.prototype.clone = function () {
      const made = clone.call(this)
      if (this.kind === 'audio') clones.push(made)
      return made
    }
    Object.assign(window, { liveClones: () => clones.filter(({ readyState }) => readyState === 'live').length })
  })
}

const liveClones = ({ page }: Person): Promise<number> => page.evaluate('liveClones()')
