import { useMutation } from '@tanstack/react-query'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { toast } from '../../../ui/toast.tsx'

/**
 * Asks something of the API; a refusal is told, and what one has typed is not touched. `onRefused` runs then: the
 * situation may have changed under one's hands.
 */
export function useAsking(onRefused?: () => void) {
  const t = useT()
  const { mutate, isPending } = useMutation({
    mutationFn: (ask: () => Promise<unknown>) => ask(),
    onError: (error) => {
      const { title, advice } = problemText(t, toProblem(error))
      toast(`${title}. ${advice}`, 'failed')
      onRefused?.()
    },
  })
  return { ask: (work: () => Promise<unknown>) => mutate(work), busy: isPending }
}
