import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type CDPSession, type Page, expect as playwrightExpect } from '@playwright/test'

export const expect = playwrightExpect.configure({ timeout: 15_000 })

/** The screens at which every state is looked at; the small ones are touched. */
export const sizes = {
  desktop: { width: 1440, height: 900, touch: false },
  phone: { width: 390, height: 844, touch: true },
  narrow: { width: 320, height: 640, touch: true },
  landscape: { width: 844, height: 390, touch: true },
  wide: { width: 2560, height: 1440, touch: false },
} as const
export type Size = keyof typeof sizes
export const allSizes = Object.keys(sizes) as Size[]

export interface ShootOptions {
  sizes?: readonly Size[]
  /** Takes each picture in the light and in the dark. */
  schemes?: boolean
  /** The page to its end, not only what the window shows of it. */
  whole?: boolean
  /** Brings the state about at each size, and takes it back: a menu does not outlive its button. */
  open?: () => Promise<unknown>
  close?: () => Promise<unknown>
}

export type Shoot = (page: Page, name: string, options?: ShootOptions) => Promise<void>

/** Takes pictures; one that fails does not cost those after it. */
export interface Gallery {
  readonly shoot: Shoot
  attempt(name: string, take: () => Promise<void>): Promise<void>
  /** Throws when something could not be taken. */
  close(): void
}

/** One session for each page: what a session emulates holds for as long as it is there. */
const sessions = new WeakMap<Page, Promise<CDPSession>>()

async function resize(page: Page, { width, height, touch }: (typeof sizes)[Size]): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  await (await session).send('Emulation.setTouchEmulationEnabled', { enabled: touch })
  await page.setViewportSize({ width, height })
  // One frame in which the stage measures itself, one in which it is drawn, and one for what follows from that.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  })
}

/** Writes pictures of states at all sizes into a directory, as `state.size.png`. */
export function openGallery(directory: string): Gallery {
  const failed: unknown[] = []

  async function shoot(page: Page, name: string, options: ShootOptions = {}) {
    const { sizes: wanted = allSizes, schemes = false, whole = false, open, close } = options
    mkdirSync(directory, { recursive: true })
    for (const size of wanted) {
      await resize(page, sizes[size])
      await open?.()
      for (const colorScheme of schemes ? (['light', 'dark'] as const) : (['light'] as const)) {
        await page.emulateMedia({ colorScheme })
        const suffix = colorScheme === 'dark' ? '.dark' : ''
        await page.screenshot({ path: join(directory, `${name}.${size}${suffix}.png`), fullPage: whole })
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await close?.()
    }
    await resize(page, sizes.desktop)
    process.stdout.write(`${name}\n`)
  }

  async function attempt(name: string, take: () => Promise<void>) {
    try {
      await take()
    } catch (error) {
      failed.push(error)
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }

  function close() {
    if (failed.length > 0) throw new AggregateError(failed, 'Not every picture could be taken')
  }
  return { shoot, attempt, close }
}
