import type { Person } from '../fixtures/people.ts'
import { picture } from './desk.ts'
import { button, expect, expectSharp } from './french-pages.ts'

const fieldOf = ({ page }: Person) => page.getByRole('textbox', { name: 'Écrire à tout le monde' })

async function write(person: Person, texts: readonly string[]): Promise<void> {
  await button(person, /^Discussion/).click()
  for (const text of texts) {
    await fieldOf(person).fill(text)
    await fieldOf(person).press('Enter')
    await expect(fieldOf(person)).toHaveValue('')
  }
}

/** Four browsers on one machine are more than it likes; the picture is of a machine that has only one. */
async function dismissNotices(person: Person): Promise<void> {
  for (const name of ['Pas maintenant', 'Fermer ce message'])
    if (await button(person, name).isVisible()) await button(person, name).click()
}

export interface Cast {
  host: Person
  sharer: Person
  onPhone: Person
}

/** Pictures from inside a call of four: layouts, a shared screen with the chat beside it, settings; and a phone's chat. */
export async function takeCallPictures({ host, sharer, onPhone }: Cast): Promise<void> {
  const { page } = host
  const people = 4
  for (const silent of [host, onPhone]) await button(silent, 'Couper le micro').click()
  await button(host, 'Participants').click()
  for (const [id, name] of [
    ['speaker', 'Orateur en grand'],
    ['sidebar', 'Colonne à droite'],
  ] as const) {
    await button(host, 'Disposition').click()
    await page.getByRole('menuitemradio', { name }).click()
    await expectSharp(host, people, 150)
    await dismissNotices(host)
    await expect(page.getByText('Connexion faible')).toHaveCount(0, { timeout: 60_000 })
    await picture(page, `layout-${id}`)
  }
  await button(host, 'Paramètres').click()
  await page.getByRole('tab', { name: 'Image' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('miroir')
  await picture(page, 'settings')
  await page.keyboard.press('Escape')

  await write(sharer, ['Bonjour à tous', 'L’ordre du jour : https://numerique.example/point-hebdo'])
  await write(onPhone, ['Merci. On commence par le budget ?'])
  await write(host, ['Oui, Karim partage son écran'])
  await expect(onPhone.page.getByRole('complementary').getByText('Karim partage')).toBeVisible()
  await picture(onPhone.page, 'chat-phone')
  await button(sharer, 'Partager l’écran').click()
  await expect(page.getByRole('figure').locator('video')).toHaveJSProperty('videoWidth', 1280)
  await dismissNotices(host)
  await picture(page, 'share-chat')
}
