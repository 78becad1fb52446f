import { type Clocks, usedAt } from '@visavis/contracts'
import { useEffect, useEffectEvent, useRef } from 'react'
import { formatDuration } from '../../../platform/i18n/formats.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { playChime } from '../../../platform/media/chime.ts'
import { announce } from '../../../ui/announcer.tsx'
import { viewClock } from './clock-view.ts'

/** Whoever comes later is not told of a start that they see on screen. */
const freshMs = 5000

interface Facts {
  readonly timer: boolean
  readonly item: string | null
  readonly timerOver: boolean
  readonly itemOver: boolean
}

/** Tells that a timer or an item has begun, and once, with a soft sound, that its time is up. */
export function useTellClocks({ timer, agenda }: Clocks, now: number): void {
  const t = useT()
  const before = useRef<Facts | null>(null)
  const isFresh = (clock: { usedMs: number; since: string | null }) => usedAt(clock, now) < freshMs

  const tell = useEffectEvent((facts: Facts) => {
    const known = before.current
    before.current = facts
    if (timer && (known ? !known.timer : isFresh(timer))) {
      announce(t('clocks.said.started', { time: formatDuration(timer.totalMs / 1000) }))
    }
    if (agenda && (known ? known.item !== facts.item : isFresh(agenda.clock))) {
      announce(t('clocks.said.item', { title: agenda.title }))
    }
    const timerUp = known?.timer && !known.timerOver && facts.timerOver
    const itemUp = agenda && known?.item === facts.item && !known.itemOver && facts.itemOver
    if (timerUp) announce(t('clocks.said.timeUp'))
    if (itemUp) announce(t('clocks.said.itemUp', { title: agenda.title }))
    if (timerUp || itemUp) playChime('timeUp')
  })

  const timerOver = timer !== null && viewClock(timer, now).isOver
  const itemOver = agenda !== null && viewClock(agenda.clock, now).isOver
  const item = agenda?.itemId ?? null
  const hasTimer = timer !== null
  useEffect(() => tell({ timer: hasTimer, item, timerOver, itemOver }), [hasTimer, item, timerOver, itemOver])
}
