import type { LobbyEntry } from '@visavis/contracts'
import { Suspense } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { namesake } from './lazy-namesake.ts'

/** Beside a name that is nobody's word but its bearer's: whoever decides must not miss it. */
export function Unverified({ entry }: { entry: Pick<LobbyEntry, 'namesake'> }) {
  const t = useT()
  return (
    <>
      <span className="shrink-0 rounded-full border border-transparent bg-attention px-2.5 text-small font-strong whitespace-nowrap text-on-attention">
        {t('common.unverified')}
      </span>
      {entry.namesake && (
        <Suspense fallback={null}>
          <namesake.Component />
        </Suspense>
      )}
    </>
  )
}
