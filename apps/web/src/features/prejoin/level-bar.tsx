import { Activity } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { watchLevel } from '../../platform/media/level-meter.ts'
import type { Capture } from '../../platform/media/local-media.ts'

/** A level that no silent room reaches: somebody was heard. */
const heardAt = 0.35
/** How long the bar takes to fall from full to empty: it rises with each syllable and does not flicker between two. */
const fallMs = 900

/** The proof that one is heard: a bar that moves with the voice, and words once it has. */
export function LevelBar({ microphone }: { microphone: Capture }) {
  const t = useT()
  const { on, status, track } = microphone
  const [heardTrack, setHeardTrack] = useState<MediaStreamTrack | null>(null)
  const heard = heardTrack !== null && heardTrack === track
  const bar = useRef<HTMLSpanElement>(null)
  const shown = useRef({ level: 0, atMs: 0 })

  const show = useEffectEvent((level: number) => {
    const atMs = performance.now()
    const fallen = shown.current.level - (atMs - shown.current.atMs) / fallMs
    shown.current = { level: Math.max(level, fallen), atMs }
    // Not state: sixty renders a second for one bar.
    if (bar.current) bar.current.style.transform = `scaleX(${shown.current.level})`
    if (level > heardAt && !heard) setHeardTrack(track)
  })
  useEffect(() => {
    if (!track || !on) return
    return watchLevel(track, show)
  }, [track, on])

  const words = () => {
    if (!on) return t('prejoin.level.off')
    if (status === 'faulty') return t('prejoin.level.none')
    if (!track) return t('prejoin.level.starting')
    return t(heard ? 'prejoin.level.heard' : 'prejoin.level.silent')
  }
  return (
    <div className="flex items-center gap-3 text-small text-muted">
      <Activity aria-hidden="true" size={18} className="shrink-0" />
      <p role="status" className="min-w-0">
        {words()}
      </p>
      <span
        aria-hidden="true"
        className="h-1.5 min-w-8 flex-1 shrink-0 overflow-hidden rounded-full border border-transparent bg-line"
      >
        <span ref={bar} data-meter className="block size-full origin-left [transform:scaleX(0)] bg-success" />
      </span>
    </div>
  )
}
