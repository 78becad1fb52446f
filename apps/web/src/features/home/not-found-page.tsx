import { Compass } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePageTitle } from '../../platform/page-title.ts'
import { routes } from '../../platform/paths.ts'
import { buttonStyle } from '../../ui/button-style.ts'
import { MessageScreen } from '../../ui/message-screen.tsx'

/** An address that is none of ours. */
export default function NotFoundPage() {
  const t = useT()
  usePageTitle(t('home.notFound.title'))
  return (
    <MessageScreen
      picture={<Compass size={40} aria-hidden="true" />}
      title={t('home.notFound.title')}
      text={<p>{t('home.notFound.text')}</p>}
      actions={
        <a href={routes.home} className={buttonStyle('filled')}>
          {t('common.backHome')}
        </a>
      }
    />
  )
}
