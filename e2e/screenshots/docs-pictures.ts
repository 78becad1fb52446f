import { phone, picture, speakFrench } from './desk.ts'
import { takeCallPictures } from './docs-call.ts'
import { button, enter, expect, expectSharp, heardLevel } from './french-pages.ts'
import { makeRoomsOf } from './rooms-of-claire.ts'
import type { Scene } from './scene.ts'

/** Takes the pictures of docs/images: four people on their way into a meeting. */
export async function takeDocsPictures({ people, product, desk, agent }: Scene): Promise<void> {
  const paul = await people.guest('Paul Mercier', desk('paul'))
  await speakFrench(paul)
  await paul.page.goto('/')
  await expect(paul.page.getByRole('heading', { level: 1 })).toBeVisible()
  await picture(paul.page, 'home', { alsoDark: true })

  const claire = await agent('claire')
  const karim = await agent('karim')
  const jeanne = await agent('jeanne', phone)
  const { slug } = await makeRoomsOf(claire, product)

  await enter(karim, slug)
  await enter(claire, slug)
  await expectSharp(claire, 2, 900)
  await picture(claire.page, 'call-2')
  await button(claire, 'Quitter la réunion').click()
  await enter(jeanne, slug)

  await paul.page.goto(`/${slug}`)
  await paul.page.getByLabel('Votre nom').fill(paul.name)
  // A page that nobody has touched hears nothing yet.
  await paul.page.getByRole('heading', { level: 1 }).click()
  await expect(paul.page.getByText('Votre micro fonctionne')).toBeVisible()
  await expect.poll(() => heardLevel(paul)).toBeGreaterThan(0.5)
  await picture(paul.page, 'prejoin', { alsoDark: true })
  await button(paul, 'Demander à entrer').click()
  await expect(paul.page.getByRole('heading', { name: 'Vos hôtes sont prévenus' })).toBeVisible()

  await product.query(`update "LobbyEntry" set "requestedAt" = now() - interval '75 seconds'`)
  await claire.page.goto('/rooms')
  await expect(claire.page.getByText(/En cours · 2/)).toBeVisible()
  await expect(button(claire, 'Faire entrer Paul Mercier')).toBeVisible()
  await picture(claire.page, 'dashboard', { alsoDark: true })
  await expect.poll(() => heardLevel(paul)).toBeGreaterThan(0.5)
  await picture(paul.page, 'lobby', { alsoDark: true })
  await button(paul, 'Couper le micro').click()

  await enter(claire, slug)
  await button(claire, /^Participants/).click()
  await expectSharp(claire, 3, 480)
  await picture(claire.page, 'call-3')

  await button(claire, 'Faire entrer Paul Mercier').click()
  await expectSharp(jeanne, 4, 300)
  await picture(jeanne.page, 'call-phone')
  await takeCallPictures({ host: claire, sharer: karim, onPhone: jeanne })
}
