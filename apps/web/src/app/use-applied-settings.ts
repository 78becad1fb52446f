import { useEffect } from 'react'
import { languages } from '../locales/catalogues.ts'
import { switchLanguage } from '../platform/i18n/messages.ts'
import { settings, useSettings } from '../platform/settings.ts'
import { remembered } from '../platform/storage.ts'

/** Fetches the settings, and does what they say of the whole page: movement, and the language where none was chosen here. */
export function useAppliedSettings(): void {
  const { accessibility, general } = useSettings()
  useEffect(() => void settings.load(), [])
  useEffect(() => {
    if (accessibility.reduceMotion) document.documentElement.dataset['motion'] = 'reduced'
    else delete document.documentElement.dataset['motion']
  }, [accessibility.reduceMotion])
  useEffect(() => {
    const language = languages.find((known) => known === general.language)
    // Without its texts the page stays in the language it is in.
    if (language && remembered('language') === null) switchLanguage(language, 'by-hand').catch(() => undefined)
  }, [general.language])
}
