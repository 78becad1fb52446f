import { Compass } from 'lucide-react'
import { useT } from '../platform/i18n/use-t.ts'
import { usePageTitle } from '../platform/page-title.ts'
import { routes } from '../platform/paths.ts'
import { buttonStyle } from '../ui/button-style.ts'
import { MessageScreen } from '../ui/message-screen.tsx'

/** An address that is none of ours. */
export function NotFoundScreen() {
  const t = useT()
  usePageTitle(t('common.notFound.title'))
  return (
    <MessageScreen
      picture={<Compass size={40} aria-hidden="true" />}
      title={t('common.notFound.title')}
      text={<p>{t('common.notFound.text')}</p>}
      actions={
        <a href={routes.home} className={buttonStyle('filled')}>
          {t('common.backHome')}
        </a>
      }
    />
  )
}
