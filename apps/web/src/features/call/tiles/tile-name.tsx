import { MicOff } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { CallPerson } from '../hooks/use-people.ts'

/** Who it is, in one line that never wraps; that a name is nobody's word but their own is said in words. */
export function TileName({
  person: { name, verified, isLocal, participant },
  muted,
}: {
  person: CallPerson
  muted: boolean
}) {
  const t = useT()
  return (
    <p className="absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-2 rounded-md border border-transparent bg-[rgb(8_14_17/0.72)] px-2.5 py-1 text-small font-strong">
      {muted && participant && (
        <>
          <MicOff aria-hidden="true" size={16} className="shrink-0" />
          <span className="sr-only">{t('call.tile.muted')}</span>
        </>
      )}
      <span className="truncate">{isLocal ? t('call.tile.you', { name }) : name}</span>
      {!verified && <span className="shrink-0 text-[#f6cd7c]">{t('common.unverified')}</span>}
    </p>
  )
}
