import { useEffect, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { announce } from '../../../ui/announcer.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useLocal } from './use-local.ts'
import { useSharedState } from './use-shared-state.ts'

/**
 * Tells everybody that the rules of the meeting have changed, which are read in the list of participants; and oneself,
 * that hosts have put one on stage or taken one off.
 */
export function useRulesNews(): void {
  const t = useT()
  const { known, settings, accessLevel, locked } = useSharedState()
  const rules = known ? JSON.stringify([settings, accessLevel, locked]) : null
  const before = useRef(rules)
  const silent = useLocal().withheld.has('microphone')
  const onStage = known && settings.stage ? !silent : null
  const stoodThere = useRef(onStage)
  useEffect(() => {
    const was = stoodThere.current
    stoodThere.current = onStage
    if (was === null || onStage === null || was === onStage) return
    const words = t(onStage ? 'announcements.stage.invited' : 'announcements.stage.off')
    announce(words)
    toast(words, 'unspoken')
  }, [onStage, t])
  useEffect(() => {
    const changed = before.current !== null && rules !== null && before.current !== rules
    before.current = rules ?? before.current
    if (!changed) return
    announce(t('announcements.rules.changed'))
    toast(t('announcements.rules.changed'), 'unspoken')
  }, [rules, t])
}
