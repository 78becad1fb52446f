/** What an e-mail about a meeting says besides the meeting, by language. */
export interface InvitationTexts {
  readonly invited: (organizer: string) => string
  readonly changed: (organizer: string) => string
  readonly cancelled: (organizer: string) => string
  readonly dateChanged: (organizer: string) => string
  readonly dateCancelled: (organizer: string) => string
  readonly subject: Record<'invited' | 'changed' | 'cancelled', (title: string) => string>
  readonly when: string
  readonly where: string
  readonly agenda: string
  readonly minutes: (count: number) => string
  readonly join: string
  readonly noAccount: string
  readonly answer: string
  readonly replies: Record<'accepted' | 'tentative' | 'declined', string>
  readonly why: (organizer: string, product: string) => string
}

const en: InvitationTexts = {
  invited: (organizer) => `${organizer} invites you to a meeting.`,
  changed: (organizer) => `${organizer} has changed a meeting that you are invited to.`,
  cancelled: (organizer) => `${organizer} has cancelled this meeting.`,
  dateChanged: (organizer) => `${organizer} has changed one date of a meeting that you are invited to.`,
  dateCancelled: (organizer) => `${organizer} has cancelled one date of this meeting. The others stay as they are.`,
  subject: {
    invited: (title) => `Invitation: ${title}`,
    changed: (title) => `Changed: ${title}`,
    cancelled: (title) => `Cancelled: ${title}`,
  },
  when: 'When',
  where: 'Where',
  agenda: 'Agenda',
  minutes: (count) => `${count} min`,
  join: 'Join the meeting',
  noAccount: 'It opens in your browser, on a computer or a phone. You need neither an account nor a program.',
  answer: 'Will you come?',
  replies: { accepted: 'Yes', tentative: 'Perhaps', declined: 'No' },
  why: (organizer, product) =>
    `You receive this message because ${organizer} has entered your address in ${product}. Your answer is shown to the hosts of the meeting.`,
}

const fr: InvitationTexts = {
  invited: (organizer) => `${organizer} vous invite à une réunion.`,
  changed: (organizer) => `${organizer} a modifié une réunion à laquelle vous êtes invité.`,
  cancelled: (organizer) => `${organizer} a annulé cette réunion.`,
  dateChanged: (organizer) => `${organizer} a modifié une date d’une réunion à laquelle vous êtes invité.`,
  dateCancelled: (organizer) => `${organizer} a annulé une date de cette réunion. Les autres sont maintenues.`,
  subject: {
    invited: (title) => `Invitation : ${title}`,
    changed: (title) => `Modification : ${title}`,
    cancelled: (title) => `Annulation : ${title}`,
  },
  when: 'Quand',
  where: 'Où',
  agenda: 'Ordre du jour',
  minutes: (count) => `${count} min`,
  join: 'Rejoindre la réunion',
  noAccount: 'Elle s’ouvre dans votre navigateur, sur ordinateur ou téléphone, sans compte ni programme à installer.',
  answer: 'Viendrez-vous ?',
  replies: { accepted: 'Oui', tentative: 'Peut-être', declined: 'Non' },
  why: (organizer, product) =>
    `Vous recevez ce message parce que ${organizer} a saisi votre adresse dans ${product}. Votre réponse est montrée aux animateurs de la réunion.`,
}

const byLanguage = { fr, en }
export type MailLanguage = keyof typeof byLanguage

/** Of the first language that there are texts in; French where there is none. */
export function textsIn(...wishes: readonly (string | null)[]): { language: MailLanguage; texts: InvitationTexts } {
  const language = wishes.find((wish): wish is MailLanguage => wish !== null && wish in byLanguage) ?? 'fr'
  return { language, texts: byLanguage[language] }
}
