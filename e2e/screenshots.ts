import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from './fixtures/chromium.ts'
import { watchNetwork } from './fixtures/network-watch.ts'
import { createBrowserPool, createPeople } from './fixtures/people.ts'
import prepare from './fixtures/prepare.ts'
import { startProduct } from './fixtures/product.ts'
import { silenceArgs, voiceArgs } from './fixtures/voice.ts'
import { desk, phone, picture, speakFrench } from './screenshots/desk.ts'
import { button, enter, expect, expectSharp, heardLevel } from './screenshots/french-pages.ts'
import { film } from './screenshots/portrait.ts'
import { makeRoomsOf } from './screenshots/rooms-of-claire.ts'
import { sitters } from './screenshots/sitters.ts'

/** Takes the pictures of docs/images: the product as it starts for tests, and four people who only exist in films. */

type Name = keyof typeof sitters
const directory = mkdtempSync(join(tmpdir(), 'visavis-pictures-'))
const filmOf = (name: Name) => join(directory, `${name}.y4m`)
const devicesOf = (name: Name, microphone: string[]) => ({
  args: [`--use-file-for-fake-video-capture=${filmOf(name)}`, ...microphone],
})

await prepare()
const product = await startProduct()
const pool = createBrowserPool()
const { people, leave } = createPeople(pool, product.url, watchNetwork([]))
try {
  const studio = await launchChromium({ devices: 'none' })
  for (const name of Object.keys(sitters) as Name[]) await film(studio, sitters[name], filmOf(name))
  await studio.close()

  const paul = await people.guest('Paul Mercier', { ...devicesOf('paul', voiceArgs()), context: desk })
  await speakFrench(paul)
  await paul.page.goto('/')
  await expect(paul.page.getByRole('heading', { level: 1 })).toBeVisible()
  await picture(paul.page, 'home', { alsoDark: true })

  const email = (name: string) => `${name}@numerique.example`
  const claire = await people.agent({
    ...devicesOf('claire', silenceArgs()),
    email: email('claire.lemoine'),
    context: desk,
  })
  const karim = await people.agent({
    ...devicesOf('karim', voiceArgs()),
    email: email('karim.haddad'),
    context: desk,
  })
  const jeanne = await people.agent({
    ...devicesOf('jeanne', silenceArgs()),
    email: 'jeanne.petit@rivebelle.example',
    context: phone,
  })
  for (const agent of [claire, karim, jeanne]) await speakFrench(agent)
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
} finally {
  await leave()
  await pool.closeAll()
  await product.stop()
  rmSync(directory, { recursive: true, force: true })
}
