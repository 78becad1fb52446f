import { MicOff } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { useCall } from '../hooks/call-context.ts'
import { moderationDialog } from './lazy-moderation.ts'

/** For hosts, above everybody. */
export function MuteAllButton() {
  const t = useT()
  const { moderating } = useCall()
  return (
    <Button
      size="small"
      variant="quiet"
      onPointerEnter={moderationDialog.prefetch}
      onFocus={moderationDialog.prefetch}
      onClick={() => moderating.set({ kind: 'muteAll' })}
    >
      <MicOff aria-hidden="true" size={18} />
      {t('people.muteAll')}
    </Button>
  )
}
