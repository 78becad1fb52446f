import { Hand, Star } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { useHandPosition } from '../hooks/use-hand.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'

/** What everybody should see of somebody: that they ask for the floor, and that a host has put them in the middle. */
export function TileSigns({ identity }: { identity: string }) {
  const t = useT()
  const position = useHandPosition(identity)
  const { spotlight } = useSharedState()
  return (
    <>
      {position !== null && (
        <p className="panel-in flex shrink-0 items-center gap-1.5 rounded-md border border-transparent bg-attention px-2.5 py-1 font-strong tabular text-on-attention @max-[12rem]:px-2 @max-[12rem]:py-0.5">
          <Hand aria-hidden="true" size={18} />
          <span aria-hidden="true">{position}</span>
          <span className="sr-only">{t('signals.hand.position', { position })}</span>
        </p>
      )}
      {spotlight === identity && (
        <p className="flex min-w-0 max-w-full items-center gap-1.5 font-strong rounded-md border border-transparent bg-[rgb(8_14_17/0.72)] px-2.5 py-1 @max-[12rem]:px-2 @max-[12rem]:py-0.5">
          <Star aria-hidden="true" size={16} className="shrink-0" />
          <span className="truncate">{t('signals.spotlight.here')}</span>
        </p>
      )}
    </>
  )
}
