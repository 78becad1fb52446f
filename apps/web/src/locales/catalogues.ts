/** The languages of the interface; the first is used when the browser asks for none of them. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** One catalogue per feature, so that a page loads only the texts it shows. Keys begin with their catalogue's name. */
export const catalogues = [
  'common',
  'problems',
  'home',
  'dashboard',
  'admin',
  'prejoin',
  'lobby',
  'call',
  'chat',
  'waiting',
  'media',
  'settings',
  'signals',
  'load',
  'hearing',
  'activities',
  'breakouts',
  'rules',
  'moderation',
  'clocks',
  'names',
  'people',
  'announcements',
  'profile',
  'account',
] as const
export type Catalogue = (typeof catalogues)[number]
