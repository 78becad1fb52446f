import { MonitorSmartphone } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'

/** Says that one is in this call already, on another page, and what moving it here means. */
export function ElsewhereNotice() {
  const t = useT()
  return (
    <div className="flex gap-3 rounded-card border border-line bg-brand-soft p-4">
      <MonitorSmartphone aria-hidden="true" size={20} className="mt-0.5 shrink-0 text-brand" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-strong">{t('prejoin.elsewhere.title')}</p>
        <p>{t('prejoin.elsewhere.text')}</p>
      </div>
    </div>
  )
}
