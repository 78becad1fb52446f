import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { listPollAnswers, type PollView } from '@visavis/contracts'
import { useEffect, useRef } from 'react'
import { callApi } from '../../../../platform/api.ts'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { Button } from '../../../../ui/button.tsx'
import { Skeleton } from '../../../../ui/skeleton.tsx'
import { useCall } from '../../hooks/call-context.ts'
import { usePeople } from '../../hooks/use-people.ts'

/** A hundred who look on ask within a second, a thousand within ten: some hundred questions a second at most. */
const spreadPerPersonMs = 10
const longestSpreadMs = 10_000

/** What was written in answer to an open question, the most frequent first. */
export function WrittenAnswers({ poll: { id: pollId, revision } }: { poll: PollView }) {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const spreadMs = Math.min(usePeople().length * spreadPerPersonMs, longestSpreadMs)
  const { data, isError, refetch } = useQuery({
    queryKey: ['poll-answers', callId, pollId],
    queryFn: ({ signal }) => callApi(listPollAnswers, { params: { callId, pollId }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const known = useRef(revision)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (known.current === revision) return
    known.current = revision
    // What comes until then is in the same answer.
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void refetch()
    }, Math.random() * spreadMs)
  }, [revision, refetch, spreadMs])
  useEffect(() => () => clearTimeout(timer.current), [])

  if (isError && !data) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-small text-muted">{t('activities.polls.answers.failed')}</p>
        <Button size="small" onClick={() => void refetch()}>
          {t('common.retry')}
        </Button>
      </div>
    )
  }
  if (!data) return <Skeleton className="h-11 rounded-control" />
  const { answers, different } = data
  if (answers.length === 0) return <p className="text-muted">{t('activities.polls.answers.none')}</p>
  return (
    <>
      <ul aria-label={t('activities.polls.answers')} className="flex max-h-80 flex-col gap-1.5 overflow-y-auto">
        {answers.map(({ text, count }) => (
          <li key={text} className="flex items-baseline gap-3 rounded-control bg-sunken px-3 py-2">
            <span dir="auto" className="min-w-0 flex-1 wrap-anywhere">
              {text}
            </span>
            {count > 1 && (
              <span className="shrink-0 text-small tabular text-muted">
                {t('activities.polls.answers.times', { count })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {different > answers.length && (
        <p className="text-small text-muted">{t('activities.polls.answers.first', { count: answers.length })}</p>
      )}
    </>
  )
}
