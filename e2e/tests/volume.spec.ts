import { expectSoundFrom } from '../fixtures/media.ts'
import { join, openParticipants } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

/** How loud each voice in the page plays. */
const volumes = ({ page }: Person) =>
  page.locator('audio').evaluateAll((all) => all.map((element) => (element as HTMLAudioElement).volume))

test('one hears somebody as loud as one chose, also after a new connection', async ({ people, product }) => {
  test.setTimeout(90_000)
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  await expectSoundFrom(claire, 1)
  expect(await volumes(claire)).toEqual([1])

  const panel = await openParticipants(claire)
  const actions = panel.getByRole('button', { name: 'Actions for Paul Mercier' })
  await actions.click()
  await claire.page.getByRole('menuitem', { name: 'Adjust volume' }).click()
  const slider = panel.getByRole('slider', { name: 'Volume of Paul Mercier' })
  await expect(slider).toBeFocused()
  await slider.fill('30')
  await expect(slider).toHaveAttribute('aria-valuetext', '30%')
  expect(await volumes(claire)).toEqual([0.3])
  expect(await volumes(paul)).toEqual([1])
  await slider.press('ArrowRight')
  expect(await volumes(claire)).toEqual([0.35])

  await slider.press('Escape')
  await expect(slider).toBeHidden()
  await expect(actions).toBeFocused()
  await expect(panel.getByRole('listitem').filter({ hasText: 'Paul Mercier' })).toContainText('olume at 35%')

  const { sfu } = product.stack
  if (!sfu) throw new Error('the stack has no SFU of its own')
  await sfu.kill('SIGKILL')
  await expect(claire.page.getByTestId('connection-lost')).toBeVisible()
  await sfu.start()
  await expect(claire.page.getByTestId('connection-lost')).toBeHidden({ timeout: 20_000 })
  await expectSoundFrom(claire, 1, 20_000)
  await expect.poll(() => volumes(claire)).toEqual([0.35])
})
