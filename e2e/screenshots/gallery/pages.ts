import { desk as deskContext, speakFrench } from '../desk.ts'
import { button } from '../french-pages.ts'
import { makeRoomsOf } from '../rooms-of-claire.ts'
import type { Scene } from '../scene.ts'
import { expect, type Gallery } from './shoot.ts'

const papers = { schemes: true, sizes: ['desktop', 'phone', 'narrow'] } as const

/** What needs no call: pages for everybody, the dashboard and its dialogs, the way in. */
export async function shootPages({ people, product, desk, agent }: Scene, { shoot }: Gallery): Promise<void> {
  const paul = await people.guest('Paul Mercier', desk('paul'))
  await speakFrench(paul)
  const { page } = paul
  const pages = {
    home: '/',
    legal: '/legal/privacy',
    'login-error': '/login-error?code=oidc_acr_too_low',
    nowhere: '/no/such',
  }
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await shoot(page, `page-${name}`, name === 'home' ? { schemes: true } : papers)
  }

  const claire = await agent('claire')
  await claire.page.goto('/rooms')
  await expect(claire.page.getByText('Vous n’avez pas encore de salon')).toBeVisible()
  await shoot(claire.page, 'dashboard-empty', papers)
  const { slug } = await makeRoomsOf(claire, product)

  await page.goto(`/${slug}`)
  await page.getByLabel('Votre nom').fill(paul.name)
  await expect(page.locator('video')).toBeVisible()
  await shoot(page, 'prejoin-guest', { schemes: true })
  await button(paul, 'Demander à entrer').click()
  await expect(page.getByRole('heading', { name: 'Vos hôtes sont prévenus' })).toBeVisible()
  await shoot(page, 'lobby', { schemes: true })

  await claire.page.reload()
  await expect(button(claire, 'Faire entrer Paul Mercier')).toBeVisible()
  await shoot(claire.page, 'dashboard', { schemes: true })
  await button(claire, 'Nouveau salon').click()
  await expect(claire.page.getByRole('dialog')).toBeVisible()
  await shoot(claire.page, 'dashboard-create', papers)
  await claire.page.keyboard.press('Escape')
  await button(claire, 'Refuser Paul Mercier').click()
  await expect(page.getByRole('heading', { name: 'Votre demande n’a pas été acceptée' })).toBeVisible()
  await shoot(page, 'end-refused', papers)

  const jeanne = await people.guest('Jeanne Petit', { devices: 'none', context: deskContext })
  await speakFrench(jeanne)
  await jeanne.page.goto(`/${slug}`)
  await expect(jeanne.page.getByText(/Ni caméra ni micro/).first()).toBeVisible()
  await shoot(jeanne.page, 'prejoin-deviceless', papers)
}
