import { Link } from 'wouter'
import { useConfig } from '../../platform/config.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePageTitle } from '../../platform/page-title.ts'
import { loginUrl, routes } from '../../platform/paths.ts'
import { buttonStyle } from '../../ui/button-style.ts'
import { Mark } from '../../ui/mark.tsx'
import { MessageScreen } from '../../ui/message-screen.tsx'

/** Where the identity provider sends the browser after signing out. */
export default function SignedOutPage() {
  const t = useT()
  const { productName } = useConfig()
  const title = t('home.signedOut.title', { product: productName })
  usePageTitle(title)
  return (
    <MessageScreen
      picture={<Mark size={48} />}
      title={title}
      text={<p>{t('home.signedOut.text')}</p>}
      actions={
        <>
          <Link href={routes.home} className={buttonStyle('filled')}>
            {t('common.backHome')}
          </Link>
          <a href={loginUrl()} className={buttonStyle('outline')}>
            {t('home.signedOut.again')}
          </a>
        </>
      }
    />
  )
}
