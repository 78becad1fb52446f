import { Cpu, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import type { LoadWatch } from './load-watch.ts'

const told = ['load.step1', 'load.step2', 'load.step3', 'load.step4'] as const

/** Says what is held back because the device is busy, and gives everything back on demand. */
export function LoadBanner({ watch }: { watch: LoadWatch }) {
  const t = useT()
  const state = useSyncExternalStore(watch.subscribe, watch.getState)
  const text = told[state.step - 1]
  if (!state.told || text === undefined) return null
  return (
    <Banner
      icon={Cpu}
      action={
        <>
          <Button size="small" onClick={watch.undo}>
            {t('load.undo')}
          </Button>
          <IconButton icon={X} label={t('load.dismiss')} onClick={watch.dismiss} />
        </>
      }
    >
      <div role="status">
        <p className="font-strong">{t('load.busy')}</p>
        <p className="text-small text-muted">{t(text)}</p>
      </div>
    </Banner>
  )
}
