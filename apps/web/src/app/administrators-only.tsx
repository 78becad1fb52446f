import type { ReactNode } from 'react'
import { useT } from '../platform/i18n/use-t.ts'
import { routes } from '../platform/paths.ts'
import { buttonStyle } from '../ui/button-style.ts'
import { MessageScreen } from '../ui/message-screen.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import { useAgent } from './use-agent.ts'

/** Shows a page of the administration, or why not. The API decides for itself at every request. */
export function AdministratorsOnly({ children }: { children: ReactNode }) {
  const t = useT()
  const agent = useAgent()
  if (!agent) return <SignInScreen />
  if (agent.role === 'ADMIN') return children
  return (
    <MessageScreen
      title={t('admin.forbidden.title')}
      text={<p>{t('admin.forbidden.text')}</p>}
      actions={
        <a href={routes.dashboard} className={buttonStyle('filled')}>
          {t('common.backHome')}
        </a>
      }
    />
  )
}
