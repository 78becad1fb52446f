import { i18n, type Messages } from '@lingui/core'
import { type Catalogue, type Language, languages } from '../../locales/catalogues.ts'
import { remember, remembered } from '../storage.ts'
import type { MessageKey } from './keys.ts'

declare module '@lingui/core' {
  interface Register {
    messageIds: MessageKey
  }
}

// One chunk per language and feature, compiled from JSON by Lingui's Vite plugin.
const pageTexts = import.meta.glob<{ messages: Messages }>(
  '../../locales/*/{admin,call,common,dashboard,home,lobby,media,prejoin,problems,signals,waiting}.json',
  { query: '?lingui' },
)
const shown = new Set<Catalogue>()

const isLanguage = (text: string): text is Language => languages.some((language) => language === text)

/** The language chosen here before, else the first of the browser's that we speak, else the first of ours. */
export function preferredLanguage(): Language {
  const wishes = [remembered('language') ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase())
  return wishes.find(isLanguage) ?? languages[0]
}

async function fetchInto(language: Language, names: Iterable<Catalogue>): Promise<void> {
  const loaded = await Promise.all(
    [...names].map(async (name) => {
      const path = `../../locales/${language}/${name}.json`
      const load = pageTexts[path] ?? (await import('./later-texts.ts')).laterTexts[path]
      return (await load?.())?.messages ?? {}
    }),
  )
  i18n.load(language, Object.assign({}, ...loaded))
}

/** Makes the texts of these features available in the language in use. Rejects when a chunk cannot be had. */
export async function loadCatalogues(names: readonly Catalogue[]): Promise<void> {
  for (const name of names) shown.add(name)
  await fetchInto(currentLanguage(), names)
}

/** Switches the interface, after the texts on screen have arrived in the new language; remembers a choice made by hand. */
export async function switchLanguage(language: Language, choice: 'by-hand' | 'by-browser'): Promise<void> {
  await fetchInto(language, shown)
  i18n.activate(language)
  document.documentElement.lang = language
  if (choice === 'by-hand') remember('language', language)
}

/** The language in use. */
export const currentLanguage = (): Language => (isLanguage(i18n.locale) ? i18n.locale : languages[0])
