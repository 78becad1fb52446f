import { TriangleAlert } from 'lucide-react'
import { problemReference, problemText } from '../platform/i18n/problem-text.ts'
import { useT } from '../platform/i18n/use-t.ts'
import { loginUrl, routes } from '../platform/paths.ts'
import type { ProblemError } from '../platform/problem.ts'
import { Button } from '../ui/button.tsx'
import { buttonStyle } from '../ui/button-style.ts'
import { MessageScreen } from '../ui/message-screen.tsx'

export interface ProblemScreenProps {
  problem: ProblemError
  onRetry: () => void
}

/** A problem that leaves nothing else to show. */
export function ProblemScreen({ problem, onRetry }: ProblemScreenProps) {
  const t = useT()
  const { title, advice } = problemText(t, problem)
  return (
    <MessageScreen
      picture={<TriangleAlert size={40} aria-hidden="true" />}
      title={title}
      text={<p>{advice}</p>}
      actions={
        <>
          <WayOn problem={problem} onRetry={onRetry} />
          <a href={routes.home} className={buttonStyle('outline')}>
            {t('common.backHome')}
          </a>
        </>
      }
      details={problemReference(t, problem)}
    />
  )
}

function WayOn({ problem, onRetry }: ProblemScreenProps) {
  const t = useT()
  if (problem.code === 'unauthenticated') {
    return (
      <a href={loginUrl(location.pathname)} className={buttonStyle('filled')}>
        {t('common.signIn')}
      </a>
    )
  }
  // A replaced build needs the new page, not the same code once more.
  const retry = problem.code === 'stale_page' || problem.code === 'unexpected' ? () => location.reload() : onRetry
  return (
    <Button variant="filled" onClick={retry}>
      {t('common.retry')}
    </Button>
  )
}
