import { problemReference, problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Notice } from '../../ui/notice.tsx'

/** Why what a dialog was for did not work; nothing while it has not failed. */
export function ProblemInDialog({ error }: { error: Error | null }) {
  const t = useT()
  if (!error) return null
  const problem = toProblem(error)
  const { title, advice } = problemText(t, problem)
  return <Notice title={title} text={advice} details={problemReference(t, problem)} />
}
