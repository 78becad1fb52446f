import { Volume2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useEscape } from '../hooks/use-escape.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useVolume } from '../hooks/use-volume.ts'

/** Under somebody's row: how loud one hears them oneself. */
export function VolumeSlider({ person: { identity, name }, onClose }: { person: CallPerson; onClose: () => void }) {
  const t = useT()
  const [volume, setVolume] = useVolume(identity)
  const line = useRef<HTMLDivElement>(null)
  const slider = useRef<HTMLInputElement>(null)
  useEffect(() => slider.current?.focus(), [])
  useEscape(line, onClose)
  return (
    <div ref={line} className="flex w-full items-center gap-3">
      <Volume2 aria-hidden="true" size={20} className="ml-2 shrink-0 text-muted" />
      <input
        ref={slider}
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(volume * 100)}
        onChange={({ target }) => setVolume(target.valueAsNumber / 100)}
        aria-label={t('people.volume.of', { name })}
        aria-valuetext={t('people.volume.percent', { volume })}
        className="h-6 min-w-0 flex-1 cursor-pointer accent-brand"
      />
      <span aria-hidden="true" className="w-12 text-right text-small tabular text-muted">
        {t('people.volume.percent', { volume })}
      </span>
      <IconButton icon={X} label={t('people.volume.close')} onClick={onClose} />
    </div>
  )
}
