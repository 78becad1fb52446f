import { useT } from '../../platform/i18n/use-t.ts'
import { faultText } from '../../platform/media/fault-text.ts'
import type { MediaFault } from '../../platform/media/faults.ts'
import { Button } from '../../ui/button.tsx'

export interface FaultProps {
  fault: MediaFault
  what: 'camera' | 'microphone' | 'both'
  onRetry: () => void
}

/** Why a device gives nothing, how to mend it, and that one may come in without. */
export function FaultWords({ fault, what, onRetry }: FaultProps) {
  const t = useT()
  const { title, advice, curable } = faultText(t, fault, what)
  return (
    <>
      <div role="status" className="flex max-w-md flex-col gap-1">
        <p className="font-strong">{title}</p>
        <p className="text-small text-muted sm:text-body">
          {advice} {t('prejoin.without')}
        </p>
      </div>
      {curable && (
        <Button size="small" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </>
  )
}
