import { i18n } from '@lingui/core'
import { useSyncExternalStore } from 'react'
import type { Language } from '../../locales/catalogues.ts'
import type { MessageKey } from './keys.ts'
import { currentLanguage } from './messages.ts'

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string

const translate: Translate = (key, values) => i18n._(key, values)
const subscribe = (changed: () => void) => i18n.on('change', changed)

/** The language in use; the component renders again when it is switched. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}

/** `const t = useT()`, then `t('home.promise')` or, with ICU placeholders, `t('dashboard.live', { count: 3 })`. */
export function useT(): Translate {
  useLanguage()
  return translate
}
