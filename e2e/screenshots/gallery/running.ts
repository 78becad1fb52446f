import { makeRoom } from '../../fixtures/rooms.ts'
import { speakFrench } from '../desk.ts'
import { button, enter, participants } from '../french-pages.ts'
import type { Scene } from '../scene.ts'
import { expect, type Gallery } from './shoot.ts'

const small = ['desktop', 'phone', 'narrow'] as const
const most = { sizes: ['desktop', 'phone', 'narrow', 'landscape'], schemes: true } as const

/** What hosts run a meeting with, and what the others see of it: polls, questions, breakout rooms, names, the lobby. */
export async function shootRunning({ people, agent, desk, product }: Scene, gallery: Gallery): Promise<void> {
  const { shoot, attempt } = gallery
  const claire = await agent('claire')
  const karim = await agent('karim')
  const { page } = claire
  for (const each of [page, karim.page]) each.setDefaultTimeout(10_000)
  const { slug } = await makeRoom(claire, { name: 'Point hebdo – Numérique' })
  await enter(claire, slug)
  await enter(karim, slug)
  await expect(page.locator('video')).toHaveCount(2)

  const panel = page.getByRole('complementary')
  const activity = async (name: string) => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Activités/ }).click()
    await panel
      .getByRole('list', { name: 'Activités' })
      .or(panel.getByRole('button', { name: 'Toutes les activités' }))
      .waitFor()
    const back = panel.getByRole('button', { name: 'Toutes les activités' })
    if (await back.isVisible()) await back.click()
    await panel.getByRole('list', { name: 'Activités' }).getByRole('button', { name }).click()
  }

  await attempt('activities', async () => {
    await page.getByRole('button', { name: /^Activités/ }).click()
    await expect(panel.getByRole('list', { name: 'Activités' })).toBeVisible()
    await shoot(page, 'activities', most)
  })

  await attempt('polls', async () => {
    await activity('Sondages')
    await shoot(page, 'polls-empty', { sizes: small })
    await panel.getByRole('button', { name: 'Nouveau sondage' }).click()
    await panel.getByRole('textbox', { name: 'Question' }).fill('Quand tenons-nous le prochain séminaire de service ?')
    for (const [index, option] of ['En janvier', 'En mars, après la clôture des comptes', 'En juin'].entries()) {
      if (index > 1) await panel.getByRole('button', { name: 'Ajouter une option' }).click()
      await panel.getByRole('textbox', { name: `Option ${index + 1}` }).fill(option)
    }
    await shoot(page, 'poll-form', most)
    await panel.getByRole('button', { name: 'Ouvrir maintenant' }).click()
    await shoot(karim.page, 'poll-news', { sizes: small })
    await karim.page.getByRole('status').getByRole('button', { name: 'Répondre' }).click()
    await shoot(karim.page, 'poll-vote', most)
    const his = karim.page.getByRole('article')
    await his.getByRole('radio', { name: 'En juin' }).check()
    await his.getByRole('button', { name: 'Voter' }).click()
    await shoot(karim.page, 'poll-voted', { sizes: small })
    const mine = panel.getByRole('article')
    await mine.getByRole('radio', { name: 'En janvier' }).check()
    await mine.getByRole('button', { name: 'Voter' }).click()
    await shoot(page, 'poll-lead', { sizes: small })
    await mine.getByRole('button', { name: 'Clore' }).click()
    await mine.getByRole('button', { name: 'Publier les résultats' }).click()
    await expect(karim.page.getByText(/1 voix/).first()).toBeVisible()
    await shoot(karim.page, 'poll-results', most)
  })

  await attempt('questions', async () => {
    await activity('Questions')
    const field = panel.getByRole('textbox', { name: 'Votre question' })
    for (const text of ['Le télétravail change-t-il en janvier ?', 'Qui remplace Anne pendant son congé ?']) {
      await field.fill(text)
      await panel.getByRole('button', { name: 'Poser la question' }).click()
      await expect(panel.getByText(text)).toBeVisible()
    }
    await shoot(page, 'questions', most)
    await panel
      .getByRole('button', { name: /^Actions pour la question/ })
      .first()
      .click()
    await shoot(page, 'question-menu', { sizes: ['desktop', 'phone'] })
    await page.getByRole('menuitem', { name: 'Répondre par écrit' }).click()
    await panel.getByRole('textbox', { name: 'Réponse écrite' }).fill('Rien ne change avant l’été.')
    await shoot(page, 'question-answer', { sizes: small })
    await panel.getByRole('button', { name: 'Publier la réponse' }).click()
    await shoot(page, 'questions-answered', { sizes: small })
  })

  await attempt('clocks', async () => {
    await activity('Minuteur et ordre du jour')
    await expect(panel.getByText('1 min', { exact: true })).toBeVisible()
    await shoot(page, 'clocks', most)
  })

  await attempt('breakouts', async () => {
    await activity('Salles de sous-groupe')
    await expect(panel.getByRole('button', { name: 'Préparer les salles' })).toBeVisible()
    await shoot(page, 'breakouts-start', { sizes: small })
    await panel.getByRole('button', { name: 'Préparer les salles' }).click()
    await expect(panel.getByRole('textbox', { name: 'Nom de la salle 2' })).toBeVisible()
    await panel.getByRole('button', { name: 'Répartir au hasard' }).click()
    await shoot(page, 'breakouts-plan', most)
    await panel.getByRole('button', { name: 'Ouvrir les salles' }).click()
    await expect(button(karim, 'Rester ici')).toBeVisible()
    await button(karim, 'Rester ici').click()
    await shoot(karim.page, 'breakout-invited', { sizes: small })
    await shoot(page, 'breakouts-open', most)
    await karim.page.getByRole('button', { name: /^Rejoindre/ }).click()
    await expect(karim.page.getByText(/^Vous êtes dans/)).toBeVisible()
    await shoot(karim.page, 'breakout-inside', most)
    await button(karim, 'Demander de l’aide').click()
    await expect(page.getByRole('alert')).toBeVisible()
    await shoot(page, 'breakout-help', { sizes: small })
    await button(claire, 'Rappeler tout le monde').click()
    await shoot(karim.page, 'breakout-recall', { sizes: small })
    await expect(participants(claire)).toHaveCount(2, { timeout: 90_000 })
  })

  await attempt('lobby', async () => {
    const waiting = ['Paul Mercier', 'Sonia Belkacem', 'Claire Lemoine']
    const guests = []
    for (const name of waiting) {
      const guest = await people.guest(name, desk('paul'))
      await speakFrench(guest)
      await guest.page.goto(`/${slug}`)
      await guest.page.getByLabel('Votre nom').fill(name)
      await button(guest, 'Demander à entrer').click()
      await expect(guest.page.getByRole('heading', { name: 'Vos hôtes sont prévenus' })).toBeVisible()
      guests.push(guest)
    }
    const [paul] = guests
    if (!paul) return
    await page.keyboard.press('Escape')
    await shoot(page, 'waiting-line', { sizes: small })
    await button(claire, /^Participants/).click()
    await panel
      .getByRole('textbox', { name: 'Message aux personnes en attente' })
      .fill('Nous commençons dans cinq minutes.')
    await panel.getByRole('button', { name: 'Envoyer le message' }).click()
    await panel.getByRole('checkbox', { name: 'Sélectionner Paul Mercier' }).check()
    await shoot(page, 'waiting-selected', most)
    await shoot(paul.page, 'lobby-message', { schemes: true, sizes: small })
    await panel.getByRole('button', { name: 'Faire entrer Claire Lemoine' }).click()
    await expect(participants(claire)).toHaveCount(3)
    await shoot(page, 'namesake', { sizes: small })
    await panel
      .getByRole('button', { name: /^Actions pour Claire Lemoine/ })
      .last()
      .click()
    await page.getByRole('menuitem', { name: 'Renommer' }).click()
    await shoot(page, 'rename', most)
    await page.keyboard.press('Escape')
    await product.query(
      `update "LobbyEntry" set "requestedAt" = now() - interval '31 minutes' where state = 'waiting'`,
      [],
    )
  })

  await attempt('members', async () => {
    await page.goto('/rooms')
    await page
      .getByRole('button', { name: /^Autres actions/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Membres' }).click()
    await page
      .getByRole('textbox', { name: 'Adresse électronique professionnelle' })
      .fill('odile.garnier@numerique.example')
    await page.getByRole('button', { name: 'Ajouter' }).click()
    await expect(page.getByText('Pas encore venu')).toBeVisible()
    await shoot(page, 'members-invited', most)
  })
}
