import type { SettingsChange } from '@visavis/contracts'
import { useT } from '../../platform/i18n/use-t.ts'
import { settings } from '../../platform/settings.ts'
import { toast } from '../../ui/toast.tsx'

/** Changes settings; says so when they hold in this browser only, because the server did not answer. */
export function useChangeSettings(): (change: SettingsChange) => void {
  const t = useT()
  return (change) => void settings.update(change).catch(() => toast(t('settings.notSaved'), 'failed'))
}
