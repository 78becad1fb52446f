import { useT } from '../../platform/i18n/use-t.ts'
import { settings } from '../../platform/settings.ts'
import { toast } from '../../ui/toast.tsx'
import type { Rules } from './rules.ts'

/** Makes these the rules of the rooms that one makes from now on. */
export function useUsualRules(): (rules: Rules) => void {
  const t = useT()
  return ({ accessLevel, settings: run }) =>
    void settings.update({ newRooms: { accessLevel, settings: run } }).then(
      () => toast(t('rules.kept')),
      () => toast(t('rules.notKept'), 'failed'),
    )
}
