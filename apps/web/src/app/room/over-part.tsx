import type { Agent } from '@visavis/contracts'
import { EndScreen, type ShownEnd } from '../../features/call/end-screen.tsx'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePageTitle } from '../../platform/page-title.ts'
import { EndActions } from './end-actions.tsx'

export interface OverPartProps {
  slug: string
  end: ShownEnd
  lastedMs: number | null
  agent: Agent | null
  onRestart: () => void
}

/** After the call, or instead of it. */
export function OverPart({ end, lastedMs, ...ways }: OverPartProps) {
  const t = useT()
  usePageTitle(t(`call.over.${end}.title`))
  return <EndScreen end={end} lastedMs={lastedMs} actions={<EndActions end={end} {...ways} />} />
}
