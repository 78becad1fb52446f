import { Suspense, useId, useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { useSettings } from '../../platform/settings.ts'
import { Button } from '../../ui/button.tsx'
import { lazyOverlay } from '../../ui/lazy-overlay.ts'
import { browserTimeZone, timeZoneLabel } from './time-zones.ts'
import { useChangeSettings } from './use-change-settings.ts'

const dialog = lazyOverlay(() => import('./time-zone-dialog.tsx'))

/** In which time zone times are told to one; the list of all of them is made when it is asked for. */
export function TimeZoneField() {
  const t = useT()
  const id = useId()
  const { timeZone } = useSettings().general
  const change = useChangeSettings()
  const [open, setOpen] = useState(false)
  const browsers = t('settings.timeZone.automatic', { zone: timeZoneLabel(browserTimeZone()) })
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <p id={id} className="font-strong">
          {t('settings.timeZone')}
        </p>
        <p>{timeZone === null ? browsers : timeZoneLabel(timeZone)}</p>
        <p className="text-small text-muted">{t('settings.timeZone.hint')}</p>
      </div>
      <Button aria-describedby={id} onPointerEnter={dialog.prefetch} onClick={() => setOpen(true)}>
        {t('settings.timeZone.change')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <dialog.Component
            chosen={timeZone}
            automatic={browsers}
            onChoose={(timeZone) => change({ general: { timeZone } })}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
