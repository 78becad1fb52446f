import { useMutation } from '@tanstack/react-query'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { toast } from '../../../ui/toast.tsx'

interface Act<T> {
  ask: () => Promise<T>
  /** What is said once it is done; null where that is told by itself. */
  done: (answer: T) => string | null
  onDone?: () => void
}

/** Does something to somebody by the API and says how it went, also where what asked for it is gone by then. */
export function useModerate<T>() {
  const t = useT()
  return useMutation({
    mutationFn: ({ ask }: Act<T>) => ask(),
    onSuccess: (answer, { done, onDone }) => {
      const words = done(answer)
      if (words !== null) toast(words)
      onDone?.()
    },
    onError: (error) => toast(problemText(t, toProblem(error)).title, 'failed'),
  })
}
