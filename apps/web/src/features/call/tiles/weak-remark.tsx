import type { Participant } from 'livekit-client'
import { useT } from '../../../platform/i18n/use-t.ts'
import { useQuality } from '../hooks/use-quality.ts'
import { isWeak } from '../model/quality.ts'
import { TileRemark } from './tile-remark.tsx'

/** Why somebody is not seen or heard well: their own connection, not ours. */
export function WeakRemark({ participant }: { participant: Participant }) {
  const t = useT()
  const quality = useQuality(participant)
  return isWeak(quality) ? <TileRemark>{t(`call.quality.${quality}`)}</TileRemark> : null
}
