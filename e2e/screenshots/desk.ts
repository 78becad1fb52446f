import { join } from 'node:path'
import { type BrowserContextOptions, expect, type Page } from '@playwright/test'
import type { Person } from '../fixtures/people.ts'
import { reduceColours } from './png.ts'

/** A French desk: a screen of 1440 × 900 by day, and nothing that still moves when the picture is taken. */
export const desk: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  timezoneId: 'Europe/Paris',
  colorScheme: 'light',
  reducedMotion: 'reduce',
}

/** The phone of whoever is on the way. */
export const phone: BrowserContextOptions = {
  ...desk,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}

/** Devices are called as on a real machine, and not after files and fakes. */
function nameDevices(): void {
  const names: Record<MediaDeviceKind, string> = {
    videoinput: 'Caméra intégrée',
    audioinput: 'Micro interne',
    audiooutput: 'Haut-parleurs',
  }
  const { enumerateDevices } = MediaDevices.prototype
  MediaDevices.prototype.enumerateDevices = async function () {
    const devices = await enumerateDevices.call(this)
    for (const device of devices) Object.defineProperty(device, 'label', { value: names[device.kind] })
    return devices.filter(({ kind }, index) => devices.findIndex((other) => other.kind === kind) === index)
  }
}

/** What is shared is a page that somebody would share, and not a test card. */
function shareAPage(): void {
  const lines = ['Budget 2027', 'Calendrier des travaux', 'Accueil des nouveaux agents', 'Questions diverses']
  function draw(canvas: HTMLCanvasElement, paint: CanvasRenderingContext2D) {
    const fill = (color: string, ...[x, y, width, height]: [number, number, number, number]) => {
      paint.fillStyle = color
      paint.fillRect(x, y, width, height)
    }
    fill('#ffffff', 0, 0, canvas.width, canvas.height)
    fill('#0e5a6b', 0, 0, 24, canvas.height)
    paint.fillStyle = '#16202a'
    paint.font = '650 64px sans-serif'
    paint.fillText('Point hebdo', 120, 170)
    paint.font = '40px sans-serif'
    for (const [index, line] of lines.entries()) {
      fill('#4fd1b5', 120, 262 + index * 96, 16, 16)
      paint.fillStyle = '#16202a'
      paint.fillText(line, 164, 284 + index * 96)
      fill('#e3f0f2', 800, 250 + index * 96, 400, 40)
      fill('#0e5a6b', 800, 250 + index * 96, 340 - index * 70, 40)
    }
  }
  MediaDevices.prototype.getDisplayMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
    const paint = canvas.getContext('2d')
    if (!paint) throw new Error('No canvas to draw on')
    // A canvas sends a frame whenever it is painted.
    setInterval(() => draw(canvas, paint), 200)
    draw(canvas, paint)
    return canvas.captureStream(5)
  }
}

/** From now on the product speaks French to them; they have signed in by then, on pages that only know their language. */
export async function speakFrench({ context }: Person): Promise<void> {
  await context.addInitScript(() => localStorage.setItem('visavis.language', 'fr'))
  await context.addInitScript(nameDevices)
  await context.addInitScript(shareAPage)
}

const directory = join(import.meta.dirname, '../../docs/images')

/** Takes a picture of what the page shows; `alsoDark` takes a second one of the same in the dark. */
export async function picture(page: Page, name: string, { alsoDark = false } = {}): Promise<void> {
  const schemes = alsoDark ? (['light', 'dark'] as const) : (['light'] as const)
  // Nothing is pointed at, so that no hint lies over anything.
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme })
    const path = join(directory, `${name}${colorScheme === 'dark' ? '-dark' : ''}.png`)
    await page.screenshot({ path })
    await reduceColours(path)
    process.stdout.write(`${path}\n`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
