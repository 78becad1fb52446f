import type { AgentSession } from '@visavis/contracts'
import { Monitor, Smartphone } from 'lucide-react'
import { formatDateTime } from '../../platform/i18n/formats.ts'
import { type Translate, useT } from '../../platform/i18n/use-t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'

const phones = new Set(['iPhone', 'iPad', 'Android'])

/** Browser and system are names of products: the same in every language. */
function nameOf(t: Translate, { browser, system }: AgentSession): string {
  if (browser !== null && system !== null) return t('profile.sessions.browserOn', { browser, system })
  return browser ?? system ?? t('profile.sessions.unknown')
}

export interface SessionRowProps {
  session: AgentSession
  busy: boolean
  onEnd: () => void
}

/** One browser in which one is signed in. */
export function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const t = useT()
  const name = nameOf(t, session)
  const { current, system, signedInAt, endsAt } = session
  const Icon = system !== null && phones.has(system) ? Smartphone : Monitor
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Icon aria-hidden="true" size={22} className="shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-strong">
          {name}
          {current && <Badge tone="brand">{t('profile.sessions.current')}</Badge>}
        </p>
        <p className="text-small text-muted">
          {signedInAt && (
            <span className="block">{t('profile.sessions.since', { time: formatDateTime(signedInAt) })}</span>
          )}
          <span className="block">{t('profile.sessions.until', { time: formatDateTime(endsAt) })}</span>
        </p>
      </div>
      {!current && (
        <Button
          size="small"
          busy={busy}
          aria-label={
            signedInAt
              ? t('profile.sessions.endNamed', { name, time: formatDateTime(signedInAt) })
              : `${t('profile.sessions.end')} · ${name}`
          }
          onClick={onEnd}
        >
          {t('profile.sessions.end')}
        </Button>
      )}
    </li>
  )
}
