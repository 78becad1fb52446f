import { expect as playwrightExpect } from '@playwright/test'
import type { Person } from '../fixtures/people.ts'

// Four browsers film and watch each other on however few processors there are.
const patience = { timeout: 180_000 }
export const expect = playwrightExpect.configure(patience)

export const button = ({ page }: Person, name: string | RegExp) => page.getByRole('button', { name, exact: true })
export const participants = ({ page }: Person) =>
  page.getByRole('list', { name: 'Participants à l’écran' }).getByRole('listitem')

/** Comes in where nobody has to be asked. */
export async function enter(person: Person, slug: string): Promise<void> {
  await person.page.goto(`/${slug}`)
  await button(person, 'Rejoindre').click(patience)
  await expect(participants(person).first()).toBeVisible()
}

/** The level meter of somebody's microphone, 0 to 1. */
export const heardLevel = ({ page }: Person) =>
  page.locator('.bg-success').evaluate((bar) => bar.getBoundingClientRect().width / (bar as HTMLElement).offsetWidth)

type Elements = (SVGElement | HTMLElement)[]
const narrowest = (videos: Elements) =>
  Math.min(...videos.map((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0)))
const fewestFrames = (videos: Elements) =>
  Math.min(
    ...videos.map((video) =>
      video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().totalVideoFrames : 0,
    ),
  )

/** A picture that has been shown for this many frames has been sent as well as it can be. */
const settledFrames = 60

/** So many people are seen, each for a while and this many pixels wide as it was sent; and Karim speaks. */
export async function expectSharp(person: Person, count: number, width: number): Promise<void> {
  await expect(participants(person)).toHaveCount(count)
  const videos = participants(person).locator('video')
  await expect(videos).toHaveCount(count)
  const isSharp = async () => (await videos.evaluateAll(narrowest)) >= width
  await expect(async () => {
    await expect.poll(isSharp).toBe(true)
    const before = await videos.evaluateAll(fewestFrames)
    await expect.poll(() => videos.evaluateAll(fewestFrames)).toBeGreaterThan(before + settledFrames)
    expect(await isSharp()).toBe(true)
  }).toPass(patience)
  const speaking = participants(person).filter({ hasText: 'Karim Haddad' }).locator('.outline-speaking')
  await expect(speaking).toHaveCSS('opacity', '1')
}
