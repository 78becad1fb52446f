import { useConfig } from '../../platform/config.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { loginUrl, roomPath } from '../../platform/paths.ts'

/** For an agent who came by link without being signed in: there and back. */
export function SignInOffer({ slug }: { slug: string }) {
  const t = useT()
  const { identityProviderName: provider } = useConfig()
  return (
    <p className="mt-5 text-small text-muted max-lg:text-center">
      {t('prejoin.agent')}{' '}
      <a href={loginUrl(roomPath(slug))} className="inline-block py-1 text-brand underline underline-offset-3">
        {t('common.signInWith', { provider })}
      </a>
    </p>
  )
}
