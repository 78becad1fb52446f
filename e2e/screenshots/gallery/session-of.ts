import type { JSHandle, Page } from '@playwright/test'

/** What the pictures move of a call's inside: states that a good network does not bring about. */
export interface MovableSession {
  room: { remoteParticipants: Map<string, { setConnectionQuality(quality: string): void }> }
  connection: { onReconnecting(): void; onReconnected(): void }
  sparing: { rate(quality: 'good' | 'poor'): void }
}

/** The call's session in this page, found through React: the product keeps no door open for it. */
export async function sessionOf(page: Page): Promise<JSHandle<MovableSession>> {
  return await page.evaluateHandle((): MovableSession => {
    const main: object | null = document.querySelector('main')
    const key = Object.keys(main ?? {}).find((name) => name.startsWith('__reactFiber$'))
    let fiber = main && key ? Reflect.get(main, key) : null
    while (fiber && !fiber.memoizedProps?.value?.room) fiber = fiber.return
    return fiber.memoizedProps.value
  })
}
