import { expectMovingPicture, expectSoundFrom } from '../fixtures/media.ts'
import { join, pictureOf } from '../fixtures/meeting.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'

const inMenu = ({ page }: Person, name: string) => page.getByRole('menuitemradio', { name, exact: true })

async function choose(person: Person, menu: string, device: string) {
  await person.page.getByRole('button', { name: menu }).click()
  await inMenu(person, device).click()
}

/** Ends the newest capture of a kind as pulling the plug does. No browser lets a test unplug its fake devices. */
const unplug = ({ page }: Person, kind: 'audio' | 'video') =>
  page.evaluate((ofKind) => {
    const tracks = (window as unknown as { captures: MediaStreamTrack[] }).captures
    const track = tracks.findLast((each) => each.kind === ofKind && each.readyState === 'live')
    track?.stop()
    track?.dispatchEvent(new Event('ended'))
  }, kind)

/** From before the page's own scripts: keeps what the page captures, and hides a device until it is plugged in. */
async function rig({ context }: Person, hidden: string) {
  await context.addInitScript((label) => {
    const { mediaDevices } = navigator
    const captures: MediaStreamTrack[] = []
    let plugged = false
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    const list = mediaDevices.enumerateDevices.bind(mediaDevices)
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      captures.push(...stream.getTracks())
      return stream
    }
    mediaDevices.enumerateDevices = async () => (await list()).filter((each) => plugged || each.label !== label)
    const plugIn = () => {
      plugged = true
      mediaDevices.dispatchEvent(new Event('devicechange'))
    }
    Object.assign(window, { captures, plugIn })
  }, hidden)
}

test('a microphone or camera that is pulled out is replaced, which is said, and the others still hear and see', async ({
  people,
}) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await rig(claire, '')
  await join(claire, slug)
  await join(paul, slug)
  await choose(claire, 'Choose microphone and speakers', 'Fake Audio Input 2')
  await expectSoundFrom(paul, 1)
  await unplug(claire, 'audio')
  await expect(claire.page.getByText('Fake Audio Input 2 is no longer available.')).toContainText(
    'Your microphone is now Fake Default Audio Input.',
  )
  await expectSoundFrom(paul, 1)

  await unplug(claire, 'video')
  await expectMovingPicture(pictureOf(paul, claire.name))
  await expect(claire.page.getByRole('button', { name: 'Turn camera off' })).toBeVisible()
})

test('a microphone that is plugged in offers itself, and is used with one click', async ({ people }) => {
  const claire = await people.agent()
  const paul = await people.guest('Paul Mercier')
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await rig(claire, 'Fake Audio Input 2')
  await join(claire, slug)
  await join(paul, slug)
  await expectSoundFrom(paul, 1)
  const offer = claire.page.getByText('New microphone: Fake Audio Input 2')
  await expect(offer).toBeHidden()
  await claire.page.evaluate('plugIn()')
  await expect(offer).toBeVisible()
  await claire.page.getByRole('button', { name: 'Use it', exact: true }).click()
  await expect(offer).toBeHidden()
  await claire.page.getByRole('button', { name: 'Choose microphone and speakers' }).click()
  await expect(inMenu(claire, 'Fake Audio Input 2')).toBeChecked()
  await expectSoundFrom(paul, 1)
})
