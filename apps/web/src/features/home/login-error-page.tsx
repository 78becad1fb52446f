import { problemStatus } from '@visavis/contracts'
import { ShieldAlert } from 'lucide-react'
import { Link, useSearchParams } from 'wouter'
import { problemReference, problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePageTitle } from '../../platform/page-title.ts'
import { loginUrl, routes } from '../../platform/paths.ts'
import { type FailureCode, ProblemError } from '../../platform/problem.ts'
import { buttonStyle } from '../../ui/button-style.ts'
import { MessageScreen } from '../../ui/message-screen.tsx'

// Anybody can write this address: only codes that we know select a text, and a reference must look like one.
const knownCode = (code: string | null): FailureCode =>
  Object.keys(problemStatus).find((known): known is FailureCode => known === code) ?? 'oidc_failed'

const knownReference = (text: string | null) => (text && /^[\w-]{1,64}$/.test(text) ? text : null)

/** Where the API sends the browser when signing in did not work: `?code=…&requestId=…&returnTo=…`. */
export default function LoginErrorPage() {
  const t = useT()
  const [search] = useSearchParams()
  const problem = new ProblemError(knownCode(search.get('code')), {
    requestId: knownReference(search.get('requestId')),
  })
  const { title, advice } = problemText(t, problem)
  usePageTitle(t('home.loginError.title'))
  return (
    <MessageScreen
      picture={<ShieldAlert size={40} aria-hidden="true" />}
      title={title}
      text={<p>{advice}</p>}
      actions={
        <>
          <a href={loginUrl(search.get('returnTo') ?? undefined)} className={buttonStyle('filled')}>
            {t('home.loginError.retry')}
          </a>
          <Link href={routes.home} className={buttonStyle('outline')}>
            {t('common.backHome')}
          </Link>
        </>
      }
      details={problemReference(t, problem)}
    />
  )
}
