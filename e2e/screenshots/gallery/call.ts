import type { Person } from '../../fixtures/people.ts'
import { fillCall } from '../../fixtures/raw-client.ts'
import { makeRoom } from '../../fixtures/rooms.ts'
import { button, enter, participants } from '../french-pages.ts'
import type { Scene } from '../scene.ts'
import { shootMenus } from './menus.ts'
import { shootPanels } from './panels.ts'
import { sessionOf } from './session-of.ts'
import { expect, type Gallery, type Shoot } from './shoot.ts'

const others = [
  'Jeanne Petit',
  'Maximilien-Alexandre de La Rochefoucauld-Montesquiou',
  'مريم الحداد',
  'Élodie 🌻',
  '<img src=x onerror=alert(1)>',
  'Yann Le Goff',
  'Anne Roche',
]

/** Every layout, what stands on tiles and above the stage, menus, panels and dialogs, and the end. */
export async function shootCall(scene: Scene, gallery: Gallery): Promise<void> {
  const { people, agent } = scene
  const { shoot, attempt } = gallery
  const claire = await agent('claire')
  const karim = await agent('karim')
  const { page } = claire
  for (const each of [claire, karim]) each.page.setDefaultTimeout(10_000)
  const { slug } = await makeRoom(claire, { name: 'Point hebdo – Numérique', accessLevel: 'open' })
  await enter(claire, slug)
  await expect(page.locator('video')).toBeVisible()
  await shoot(page, 'call-alone')
  await enter(karim, slug)
  await expect(page.locator('video')).toHaveCount(2)
  await shoot(page, 'call-two')
  await fillCall(await people.guest('', { devices: 'none' }), slug, others)
  await expect(participants(claire)).toHaveCount(others.length + 2)
  await button(karim, 'Lever la main').click()
  await button(claire, 'Lever la main').click()

  const layouts = { auto: 'Automatique', grid: 'Grille', speaker: 'Orateur en grand', sidebar: 'Colonne à droite' }
  async function chooseLayout(name: string) {
    await button(claire, 'Disposition').click()
    await page.getByRole('menuitemradio', { name }).click()
  }
  await attempt('layouts', async () => {
    for (const [id, name] of Object.entries(layouts)) {
      await chooseLayout(name)
      await shoot(page, `layout-${id}`)
    }
    await chooseLayout(layouts.auto)
  })
  await attempt('menus', () => shootMenus(claire, gallery))
  await page.keyboard.press('Escape')
  await attempt('panels', () => shootPanels(claire, karim, shoot))
  await attempt('remarks', () => shootRemarks(claire, shoot))

  await attempt('share', async () => {
    await button(karim, 'Partager l’écran').click()
    await expect(page.getByRole('figure')).toBeVisible()
    await shoot(page, 'share-auto')
    await shoot(karim.page, 'share-mine', { sizes: ['desktop', 'phone', 'landscape'] })
    for (const id of ['grid', 'speaker', 'sidebar'] as const) {
      await chooseLayout(layouts[id])
      await shoot(page, `share-${id}`, { sizes: ['desktop', 'phone', 'landscape'] })
    }
  })
  await button(claire, 'Quitter la réunion').click()
  await shoot(page, 'end-left', { schemes: true, sizes: ['desktop', 'phone', 'narrow'] })
}

/** What tiles and banners say about connections. */
async function shootRemarks(host: Person, shoot: Shoot): Promise<void> {
  const { page } = host
  const session = await sessionOf(page)
  const rateOthers = (quality: string) =>
    session.evaluate(({ room }, quality) => {
      for (const other of room.remoteParticipants.values()) other.setConnectionQuality(quality)
    }, quality)
  await shoot(page, 'tiles-weak', { open: () => rateOthers('poor'), close: () => rateOthers('excellent') })
  await session.evaluate(({ connection }) => connection.onReconnecting())
  await expect(page.getByTestId('connection-lost')).toBeVisible()
  await shoot(page, 'banner-connection')
  await session.evaluate(({ connection }) => connection.onReconnected())
  await session.evaluate(({ sparing }) => sparing.rate('poor'))
  await expect(page.getByText(/Votre connexion est faible/)).toBeVisible()
  await shoot(page, 'banner-sparing-offer')
  await button(host, 'Se passer des caméras').click()
  await shoot(page, 'banner-sparing-on')
  await button(host, 'Afficher de nouveau les caméras').click()
}
