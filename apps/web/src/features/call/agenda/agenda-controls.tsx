import type { AgendaItem, AgendaNow } from '@visavis/contracts'
import { Pause, Pencil, Play, SkipBack, SkipForward, Square } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { useClockActions } from '../timer/use-clock-actions.ts'

export interface AgendaControlsProps {
  items: readonly AgendaItem[]
  now: AgendaNow | null
  onEdit: () => void
}

/** How a host leads through the agenda; the next step is the one filled button. */
export function AgendaControls({ items, now, onEdit }: AgendaControlsProps) {
  const t = useT()
  const { busy, go, run } = useClockActions()
  const current = now?.itemId ?? null
  const index = items.findIndex(({ id }) => id === current)
  const [previous, next] = [items[index - 1], items[index + 1]]
  const running = now?.clock.since != null
  const edit = (
    <Button size="small" onClick={onEdit}>
      <Pencil aria-hidden="true" size={16} />
      {t('clocks.agenda.edit')}
    </Button>
  )
  if (!now) {
    return (
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          variant="filled"
          busy={busy === 'begin'}
          onClick={() => go('begin', null, items[0]?.id ?? null)}
        >
          <Play aria-hidden="true" size={18} />
          {t('clocks.agenda.start')}
        </Button>
        {edit}
      </div>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      {next && (
        <Button size="small" variant="filled" busy={busy === 'next'} onClick={() => go('next', current, next.id)}>
          <SkipForward aria-hidden="true" size={18} />
          {t('clocks.agenda.next')}
        </Button>
      )}
      <Button size="small" busy={busy === 'run'} onClick={() => run(!running)}>
        {running ? <Pause aria-hidden="true" size={18} /> : <Play aria-hidden="true" size={18} />}
        {t(running ? 'clocks.pause' : 'clocks.resume')}
      </Button>
      {previous && (
        <Button size="small" busy={busy === 'back'} onClick={() => go('back', current, previous.id)}>
          <SkipBack aria-hidden="true" size={18} />
          {t('clocks.agenda.back')}
        </Button>
      )}
      <Button size="small" busy={busy === 'end'} onClick={() => go('end', current, null)}>
        <Square aria-hidden="true" size={16} />
        {t('clocks.agenda.end')}
      </Button>
      {edit}
    </div>
  )
}
