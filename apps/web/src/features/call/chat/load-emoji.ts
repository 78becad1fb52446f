import type { Language } from '../../../locales/catalogues.ts'
import type { EmojiGroup } from './emoji-search.ts'

const modules: Record<Language, () => Promise<{ default: readonly EmojiGroup[] }>> = {
  fr: () => import('virtual:emoji/fr'),
  en: () => import('virtual:emoji/en'),
}

/** The emoji by their names in a language. */
export const loadEmoji = async (language: Language) => (await modules[language]()).default
