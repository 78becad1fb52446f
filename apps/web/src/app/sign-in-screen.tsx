import { LogIn } from 'lucide-react'
import { useConfig } from '../platform/config.ts'
import { useT } from '../platform/i18n/use-t.ts'
import { loginUrl, routes } from '../platform/paths.ts'
import { buttonStyle } from '../ui/button-style.ts'
import { Mark } from '../ui/mark.tsx'
import { MessageScreen } from '../ui/message-screen.tsx'

/** An agent's page without an agent: the way in leads back to it. */
export function SignInScreen() {
  const t = useT()
  const { identityProviderName } = useConfig()
  return (
    <MessageScreen
      picture={<Mark size={48} />}
      title={t('problems.signInNeeded.title')}
      text={<p>{t('problems.signInNeeded.text')}</p>}
      actions={
        <>
          <a href={loginUrl(location.pathname)} className={buttonStyle('filled')}>
            <LogIn aria-hidden="true" size={20} />
            {t('common.signInWith', { provider: identityProviderName })}
          </a>
          <a href={routes.home} className={buttonStyle('outline')}>
            {t('common.backHome')}
          </a>
        </>
      }
    />
  )
}
