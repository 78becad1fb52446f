import { useConfig } from '../../../platform/config.ts'
import { useT } from '../../../platform/i18n/use-t.ts'

/** Tells everybody in the call what hosts see of them. */
export function SpeakingTold() {
  const t = useT()
  return useConfig().speakingTime && <p className="mb-3 text-small text-muted">{t('people.speakingTold')}</p>
}
