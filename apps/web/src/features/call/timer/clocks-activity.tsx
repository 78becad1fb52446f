import { type ReactNode, useId } from 'react'
import { useConfig } from '../../../platform/config.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import { AgendaActivity } from '../agenda/agenda-activity.tsx'
import { useOwnRole } from '../hooks/use-own-role.ts'
import { SpeakingTimeActivity } from '../speaking-time/speaking-time-activity.tsx'
import { TimerActivity } from './timer-activity.tsx'

/** All that has to do with time: the timer, the agenda, and for hosts who has spoken for how long. */
export function ClocksActivity() {
  const t = useT()
  const hosting = isHost(useOwnRole())
  const measured = useConfig().speakingTime
  return (
    <div>
      <Section title={t('clocks.timer')}>
        <TimerActivity hosting={hosting} />
      </Section>
      <Section title={t('clocks.agenda')}>
        <AgendaActivity hosting={hosting} />
      </Section>
      {hosting && measured && (
        <Section title={t('clocks.speaking')}>
          <SpeakingTimeActivity />
        </Section>
      )}
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-2 border-b border-line px-1.5 pt-2 pb-5 last:border-0">
      <h3 id={id} className="pb-2 text-small font-normal text-muted">
        {title}
      </h3>
      {children}
    </section>
  )
}
