import { listPollVotes, type PollView } from '@visavis/contracts'
import { callApi } from '../../../../platform/api.ts'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { usePagedList } from '../../../../platform/use-paged-list.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Skeleton } from '../../../../ui/skeleton.tsx'
import { useCall } from '../../hooks/call-context.ts'

/** Who answered what, for hosts, by name. */
export function VoterList({ poll: { id: pollId, options, voters } }: { poll: PollView }) {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const { items, failure, retry, hasMore, loadingMore, loadMore } = usePagedList({
    queryKey: ['poll-votes', callId, pollId, String(voters)],
    fetchPage: (cursor, signal) =>
      callApi(listPollVotes, { params: { callId, pollId }, query: { ...(cursor && { cursor }) }, signal }),
  })
  if (failure) {
    const again = (
      <Button size="small" onClick={retry}>
        {t('common.retry')}
      </Button>
    )
    return <Notice title={failure.title} text={failure.text} details={failure.details} action={again} />
  }
  if (!items) return <Skeleton className="h-11 rounded-control" />
  if (items.length === 0) return <p className="text-muted">{t('activities.polls.who.none')}</p>
  return (
    <>
      <ul aria-label={t('activities.polls.who')} className="flex max-h-80 flex-col gap-2 overflow-y-auto">
        {items.map(({ name, verified, choices, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name; their order is the server's.
          <li key={index} className="rounded-control bg-sunken px-3 py-2">
            <p dir="auto" className="font-strong wrap-anywhere">
              {name || t('activities.erasedAccount')}
              {!verified && <span className="ml-2 text-small font-normal text-muted">{t('common.unverified')}</span>}
            </p>
            <p dir="auto" className="text-muted wrap-anywhere">
              {text ?? choices.map((choice) => options[choice]).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button size="small" busy={loadingMore} onClick={loadMore} className="self-center">
          {t('common.more')}
        </Button>
      )}
    </>
  )
}
