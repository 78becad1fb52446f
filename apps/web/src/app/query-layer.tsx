import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { problemText } from '../platform/i18n/problem-text.ts'
import { useT } from '../platform/i18n/use-t.ts'
import { forgetAgent } from '../platform/me.ts'
import { ProblemError, toProblem } from '../platform/problem.ts'
import { Announcer } from '../ui/announcer.tsx'
import { onOverlayMissing } from '../ui/lazy-overlay.ts'
import { toast } from '../ui/toast.tsx'
import '../ui/styles-beyond-home.css'

const passing = new Set(['network', 'database_unavailable', 'sfu_unavailable'])
const retries = 2

/** Only what may pass by itself is asked again; a refusal is an answer. */
export const shouldRetry = (failures: number, error: Error): boolean =>
  failures < retries && error instanceof ProblemError && passing.has(error.code)

// A session that ended elsewhere shows at the first refusal.
const onError = (error: Error) => {
  if (error instanceof ProblemError && error.code === 'unauthenticated') forgetAgent()
}

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  defaultOptions: {
    // A local network without internet is not "offline" to us: always try.
    queries: { retry: shouldRetry, networkMode: 'always', staleTime: 10_000 },
    mutations: { networkMode: 'always', onError },
  },
})

/** Server state, and the announcing of its changes, for the pages that have any; the home page does without the code. */
export default function QueryLayer({ children }: { children: ReactNode }) {
  const t = useT()
  useEffect(() => onOverlayMissing((error) => toast(problemText(t, toProblem(error)).title, 'failed')), [t])
  return (
    <QueryClientProvider client={queryClient}>
      {children}
      <Announcer />
    </QueryClientProvider>
  )
}
