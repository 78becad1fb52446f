import { DoorOpen } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'

/** Where those who wait will appear; says so while nobody does. */
export function NobodyWaits() {
  const t = useT()
  return (
    <section className="flex gap-3 rounded-card border border-line bg-surface p-5">
      <DoorOpen aria-hidden="true" size={22} className="mt-px shrink-0 text-muted" />
      <div>
        <h2 className="text-body">{t('dashboard.nobodyWaits.title')}</h2>
        <p className="mt-1 text-small text-muted">{t('dashboard.nobodyWaits.text')}</p>
      </div>
    </section>
  )
}
