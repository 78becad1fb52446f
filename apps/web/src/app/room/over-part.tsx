import { EndScreen } from '../../features/call/end-screen.tsx'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePageTitle } from '../../platform/page-title.ts'
import { EndActions, type EndActionsProps } from './end-actions.tsx'

interface OverPartProps extends EndActionsProps {
  lastedMs: number | null
}

/** After the call, or instead of it. */
export function OverPart({ end, lastedMs, ...ways }: OverPartProps) {
  const t = useT()
  usePageTitle(t(`call.over.${end}.title`))
  return <EndScreen end={end} lastedMs={lastedMs} actions={<EndActions end={end} {...ways} />} />
}
