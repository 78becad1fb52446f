import { type Agent, exportData, type Profile } from '@visavis/contracts'
import { Download, Trash2 } from 'lucide-react'
import { Suspense, useState } from 'react'
import { urlOf } from '../../platform/api.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { buttonStyle } from '../../ui/button-style.ts'
import { lazyOverlay } from '../../ui/lazy-overlay.ts'
import { ProfileSection } from './profile-section.tsx'

const dialog = lazyOverlay(async () => ({ default: (await import('./erase-dialog.tsx')).EraseDialog }))

/** What one may take along, and the end of the account. */
export function DataSection({ agent, profile }: { agent: Agent; profile: Profile }) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  return (
    <ProfileSection title={t('profile.data')}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-strong">{t('profile.export')}</p>
          <p className="text-small text-muted">{t('profile.export.hint')}</p>
        </div>
        <a href={urlOf(exportData)} download className={buttonStyle()}>
          <Download aria-hidden="true" size={18} />
          {t('profile.export.download')}
        </a>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line pt-4">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-strong">{t('profile.erase')}</p>
          <p className="text-small text-muted">
            {t(profile.lastAdministrator ? 'profile.erase.lastAdministrator' : 'profile.erase.hint')}
          </p>
        </div>
        {!profile.lastAdministrator && (
          <Button className="text-danger-ink" onPointerEnter={dialog.prefetch} onClick={() => setAsking(true)}>
            <Trash2 aria-hidden="true" size={18} />
            {t('profile.erase.ask')}
          </Button>
        )}
      </div>
      {asking && (
        <Suspense fallback={null}>
          <dialog.Component agent={agent} profile={profile} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </ProfileSection>
  )
}
