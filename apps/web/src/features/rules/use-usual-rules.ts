import { setNewRooms } from '@visavis/contracts'
import { callApi } from '../../platform/api.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toast } from '../../ui/toast.tsx'
import type { Rules } from './rules.ts'

/** Makes these the rules of the rooms that one makes from now on. */
export function useUsualRules(): (rules: Rules) => void {
  const t = useT()
  return (rules) =>
    void callApi(setNewRooms, { body: rules }).then(
      () => toast(t('rules.kept')),
      () => toast(t('rules.notKept'), 'failed'),
    )
}
