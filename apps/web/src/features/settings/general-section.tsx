import { languages } from '../../locales/catalogues.ts'
import { switchLanguage } from '../../platform/i18n/messages.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useLanguage, useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useChangeSettings } from './use-change-settings.ts'

export function GeneralSection() {
  const t = useT()
  const current = useLanguage()
  const change = useChangeSettings()
  async function choose(value: string) {
    const language = languages.find((known) => known === value) ?? current
    try {
      await switchLanguage(language, 'by-hand')
      change({ general: { language } })
    } catch (error) {
      toast(problemText(t, toProblem(error)).title, 'failed')
    }
  }
  return (
    <SelectField
      label={t('settings.general.language')}
      value={current}
      onChange={(event) => void choose(event.target.value)}
    >
      {languages.map((language) => (
        <option key={language} value={language} lang={language}>
          {t(`common.language.${language}`)}
        </option>
      ))}
    </SelectField>
  )
}
