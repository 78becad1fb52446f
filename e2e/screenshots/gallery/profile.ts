import { desk as context, speakFrench } from '../desk.ts'
import { button } from '../french-pages.ts'
import { makeRoomsOf } from '../rooms-of-claire.ts'
import type { Scene } from '../scene.ts'
import { expect, type Gallery } from './shoot.ts'

const papers = { schemes: true, whole: true, sizes: ['desktop', 'phone', 'narrow'] } as const

/** The profile, and what it asks. */
export async function shootProfile({ people, product }: Scene, { shoot }: Gallery): Promise<void> {
  const email = 'claire.lemoine@numerique.example'
  const claire = await people.agent({ email, context })
  await people.agent({ email, context })
  await people.agent({ email, context })
  await speakFrench(claire)
  const { page } = claire
  await makeRoomsOf(claire, product)
  await page.goto('/profile')
  await expect(page.getByText('Ce navigateur', { exact: true })).toBeVisible()
  await shoot(page, 'profile', papers)
  await page.getByLabel('Nom affiché').fill('Directrice Lemoine')
  await button(claire, 'Enregistrer').click()
  await expect(page.getByText(/s’écarte trop/)).toBeVisible()
  await shoot(page, 'profile-name-refused', { schemes: true, sizes: ['desktop', 'narrow'] })
  await button(claire, 'Changer').click()
  await page.getByLabel('Ville, région ou décalage').fill('paris')
  await shoot(page, 'profile-time-zone', { ...papers, whole: false })
  await page.keyboard.press('Escape')
  await button(claire, 'Supprimer mon compte').click()
  await page.getByLabel('Saisissez votre adresse pour confirmer').fill('autre@exemple.fr')
  await button(claire, 'Supprimer définitivement').click()
  await shoot(page, 'profile-erase', { ...papers, whole: false })
}
