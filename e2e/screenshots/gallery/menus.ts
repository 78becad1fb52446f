import type { Person } from '../../fixtures/people.ts'
import { button } from '../french-pages.ts'
import { expect, type Gallery, type Size } from './shoot.ts'

const large: readonly Size[] = ['desktop', 'wide']
const small: readonly Size[] = ['phone', 'narrow', 'landscape']

/** What opens over the call of somebody who leads it. */
export async function shootMenus(host: Person, { shoot, attempt }: Gallery): Promise<void> {
  const { page } = host
  const overlay = page.locator('[role=menu], [role=dialog], [role=alertdialog]')
  const escape = async () => {
    await page.keyboard.press('Escape')
    await expect(overlay).toHaveCount(0)
  }
  const menu = (name: string) => async () => {
    await button(host, name).click()
    await expect(page.getByRole('menu')).toBeVisible()
  }
  const menus: [string, string, readonly Size[]][] = [
    ['menu-sound', 'Choisir le micro et les haut-parleurs', [...large, 'landscape']],
    ['menu-camera', 'Choisir la caméra', large],
    ['menu-leave', 'Autres façons de quitter', large],
    ['menu-layout', 'Disposition', large],
    ['menu-more', 'Plus d’actions', small],
  ]
  for (const [name, label, sizes] of menus)
    await attempt(name, () => shoot(page, name, { sizes, open: menu(label), close: escape }))
  const tile = page.locator('[data-participant-identity]').filter({ hasText: 'Karim' })
  const openTileMenu = async () => {
    await tile.hover()
    await tile.getByRole('button').click()
    await expect(page.getByRole('menu')).toBeVisible()
  }
  await attempt('menu-tile', () =>
    shoot(page, 'menu-tile', { sizes: ['desktop', 'phone'], open: openTileMenu, close: escape }),
  )
  await shoot(page, 'reactions', {
    sizes: large,
    open: async () => {
      await button(host, 'Réagir').click()
      await page.getByRole('dialog').getByRole('button').nth(2).click()
    },
    close: escape,
  })

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot(page, 'shortcuts')
  await escape()
  await button(host, 'Paramètres').click()
  // Its code comes with the first click; until then there are no tabs to count.
  await expect(page.getByRole('tab').first()).toBeVisible()
  for (const section of await page.getByRole('tab').all()) {
    const name = (await section.innerText()).toLowerCase()
    await section.click()
    await shoot(page, `settings-${name}`, { sizes: ['desktop', 'phone', 'narrow', 'landscape'] })
  }
  await escape()
  await menu('Autres façons de quitter')()
  await page.getByRole('menuitem').click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await shoot(page, 'dialog-end', { sizes: ['desktop', 'phone', 'narrow'] })
  await escape()
}
