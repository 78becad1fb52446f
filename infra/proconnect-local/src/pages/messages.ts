import type { KoaContextWithOIDC } from 'oidc-provider'

const messages = {
  fr: {
    banner: 'Fournisseur d’identité local, pour le développement et les tests. Ce n’est pas ProConnect.',
    pickTitle: 'Qui se connecte ?',
    pickIntro: 'Choisissez un agent fictif. Il n’y a pas de mot de passe.',
    withoutSecondFactor: 'sans double authentification',
    administrator: 'administratrice',
    otherProvider: 'autre fournisseur d’identité',
    emailLabel: 'Ou son adresse électronique',
    emailHelp: 'Pour les essais en nombre : agent-17@numerique.example',
    emailUnknown: 'Aucun agent fictif n’a cette adresse.',
    continue: 'Continuer',
    cancel: 'Annuler',
    errorTitle: 'La demande n’a pas été acceptée',
    errorIntro: 'Revenez à l’application et recommencez. Si cela se répète, transmettez ces détails :',
    expired: 'cette connexion a expiré ou a déjà servi',
    notFound: 'page inconnue',
    logoutTitle: 'Déconnexion',
    logoutIntro: 'Vous allez être redirigé vers l’application.',
  },
  en: {
    banner: 'Local identity provider, for development and tests. This is not ProConnect.',
    pickTitle: 'Who is signing in?',
    pickIntro: 'Choose a fictitious agent. There is no password.',
    withoutSecondFactor: 'no second factor',
    administrator: 'administrator',
    otherProvider: 'another identity provider',
    emailLabel: 'Or their e-mail address',
    emailHelp: 'For tests in numbers: agent-17@numerique.example',
    emailUnknown: 'No fictitious agent has this address.',
    continue: 'Continue',
    cancel: 'Cancel',
    errorTitle: 'The request was not accepted',
    errorIntro: 'Go back to the application and start again. If it happens again, pass on these details:',
    expired: 'this sign-in has expired or was used already',
    notFound: 'unknown page',
    logoutTitle: 'Signing out',
    logoutIntro: 'You are being taken back to the application.',
  },
} as const

export type Language = keyof typeof messages
export type MessageKey = keyof (typeof messages)['fr']

/** The language of a page: what the browser prefers of French and English, else French. */
export function languageOf(ctx: Pick<KoaContextWithOIDC, 'acceptsLanguages'>): Language {
  return ctx.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr'
}

export function translate(language: Language, key: MessageKey): string {
  return messages[language][key]
}
