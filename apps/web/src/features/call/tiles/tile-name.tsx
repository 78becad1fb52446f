import { MicOff, Pin } from 'lucide-react'
import { Suspense } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useView } from '../hooks/use-view.ts'
import { namesakeMark } from '../names/lazy-names.ts'
import { QualityBars } from './quality-bars.tsx'

/** Who it is, in a line that never wraps; that a name is nobody's word but their own is said in words. */
export function TileName({
  person: { identity, name, verified, namesake, isLocal, participant },
  muted,
}: {
  person: CallPerson
  muted: boolean
}) {
  const t = useT()
  const pinned = useView().pinned.includes(identity)
  return (
    <div className="absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-x-2 rounded-md border border-transparent bg-[rgb(8_14_17/0.72)] px-2.5 py-1 text-small font-strong @max-[12rem]:bottom-1 @max-[12rem]:left-1 @max-[12rem]:flex-col @max-[12rem]:items-start @max-[12rem]:px-2 @max-[12rem]:py-0.5 @max-[12rem]:leading-tight">
      <p className="flex max-w-full min-w-0 items-center gap-2">
        {pinned && (
          <>
            <Pin aria-hidden="true" size={16} className="shrink-0" />
            <span className="sr-only">{t('call.tile.pinned')}</span>
          </>
        )}
        {muted && participant && (
          <>
            <MicOff aria-hidden="true" size={16} className="shrink-0" />
            <span className="sr-only">{t('call.tile.muted')}</span>
          </>
        )}
        <span dir="auto" className="truncate">
          {isLocal ? t('call.tile.you', { name }) : name}
        </span>
        {/* In a very small tile the name needs all of the room. */}
        <span className="contents @max-[7rem]:hidden">
          <QualityBars participant={participant} />
        </span>
      </p>
      {!verified && <p className="shrink-0 text-[#f6cd7c]">{t('common.unverified')}</p>}
      {namesake && (
        <Suspense fallback={null}>
          <namesakeMark.Component />
        </Suspense>
      )}
    </div>
  )
}
