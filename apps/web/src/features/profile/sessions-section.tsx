import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type AgentSession, endOtherSessions, endSession } from '@visavis/contracts'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.tsx'
import { sessionsQuery } from './profile-queries.ts'
import { ProfileSection } from './profile-section.tsx'
import { SessionRow } from './session-row.tsx'

/** Where one is signed in, and the way to end that elsewhere. */
export function SessionsSection() {
  const t = useT()
  return (
    <ProfileSection title={t('profile.sessions')} hint={t('profile.sessions.hint')}>
      <Sessions />
    </ProfileSection>
  )
}

function Sessions() {
  const t = useT()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: (session: AgentSession | null) =>
      session === null ? callApi(endOtherSessions, {}) : callApi(endSession, { params: { handle: session.handle } }),
    onSuccess: (_, session) => toast(t(session === null ? 'profile.sessions.othersEnded' : 'profile.sessions.ended')),
    onError: (failure) => toast(problemText(t, toProblem(failure)).title, 'failed'),
    // Whatever came of it, the list is what the server says.
    onSettled: () => client.invalidateQueries(sessionsQuery),
  })
  if (error) {
    const { title, advice } = problemText(t, toProblem(error))
    return (
      <Notice title={title} text={advice} action={<Button onClick={() => refetch()}>{t('common.retry')}</Button>} />
    )
  }
  if (!data) {
    return (
      <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-2.5 py-2">
        <Skeleton className="w-48" />
        <Skeleton className="h-3 w-64" />
      </div>
    )
  }
  return (
    <>
      <ul className="-my-3 divide-y divide-line">
        {data.items.map((session) => (
          <SessionRow
            key={session.handle}
            session={session}
            busy={end.isPending && end.variables?.handle === session.handle}
            onEnd={() => end.mutate(session)}
          />
        ))}
      </ul>
      {data.items.length > 2 && (
        <Button className="self-start" busy={end.isPending && end.variables === null} onClick={() => end.mutate(null)}>
          {t('profile.sessions.endOthers')}
        </Button>
      )}
    </>
  )
}
