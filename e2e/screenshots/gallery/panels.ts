import type { Person } from '../../fixtures/people.ts'
import { button } from '../french-pages.ts'
import { expect, type Shoot } from './shoot.ts'

const conversation = [
  'Bonjour à tous',
  'L’ordre du jour : https://numerique.example/reunions/2026/point-hebdo?version=definitive#ordre-du-jour',
  'Trois points :\n– budget\n– calendrier\n– questions diverses',
  '@Claire Lemoine tu commences ?',
  '<img src=x onerror=alert(1)> javascript:alert(1)',
  'مرحبا بالجميع 🌻',
]
const most = ['desktop', 'phone', 'narrow', 'landscape'] as const

/** The participants with the queue of hands, and the chat, from empty to full. */
export async function shootPanels(host: Person, other: Person, shoot: Shoot): Promise<void> {
  const { page } = host
  const panel = page.getByRole('complementary')
  await button(host, 'Participants').click()
  await expect(panel).toBeVisible()
  await shoot(page, 'participants')
  await panel.getByRole('button', { name: /^Actions pour Karim/ }).click()
  await shoot(page, 'participants-menu', { sizes: ['desktop'] })
  await page.keyboard.press('Escape')
  await button(host, 'Règles de la réunion').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot(page, 'rules', { sizes: ['desktop', 'phone', 'narrow'] })
  await page.keyboard.press('Escape')

  await button(host, 'Discussion').click()
  const field = page.getByRole('textbox', { name: 'Écrire à tout le monde' })
  await expect(field).toBeFocused()
  await shoot(page, 'chat-empty', { sizes: most })
  await button(other, 'Discussion').click()
  const otherField = other.page.getByRole('textbox', { name: 'Écrire à tout le monde' })
  for (const [index, text] of conversation.entries()) {
    const [who, where] = index % 2 === 0 ? [page, field] : [other.page, otherField]
    await where.fill(text)
    await where.press('Enter')
    await expect(page.getByText(text.slice(0, 20), { exact: false }).first()).toBeVisible()
    await expect(who.getByText('Envoi…')).toBeHidden()
  }
  await shoot(page, 'chat-full', { sizes: most })
  await field.press('@')
  await expect(page.getByRole('listbox')).toBeVisible()
  await shoot(page, 'chat-mention', { sizes: ['desktop', 'phone'] })
  await page.keyboard.press('Escape')
  await field.fill('')
  const choose = async (text: RegExp, action: string) => {
    await panel.getByRole('listitem').filter({ hasText: text }).first().getByRole('button').click()
    await page.getByRole('menuitem', { name: action }).click()
  }
  await choose(/tu commences/, 'Répondre')
  await shoot(page, 'chat-reply', { sizes: most })
  await field.fill('Volontiers')
  await field.press('Enter')
  await choose(/Volontiers/, 'Modifier')
  await shoot(page, 'chat-edit', { sizes: ['desktop', 'phone'] })
  await page.keyboard.press('Escape')
  await choose(/Volontiers/, 'Supprimer')
  await shoot(page, 'chat-delete', { sizes: ['desktop', 'phone'] })
  await page.keyboard.press('Escape')
  await button(host, 'Fermer').last().click()
}
