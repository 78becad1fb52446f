import { useQuery } from '@tanstack/react-query'
import { listSpeaking, type Speaker, type SpeakingTimes } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useCall } from '../hooks/call-context.ts'
import { ShareTable } from './share-table.tsx'

const refreshEveryMs = 10_000

/** How long everybody has spoken, for hosts, so that the floor is shared fairly. */
export function SpeakingTimeActivity() {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const { data, isError, refetch } = useQuery({
    queryKey: ['speaking', callId],
    queryFn: ({ signal }) => callApi(listSpeaking, { params: { callId }, signal }),
    refetchInterval: refreshEveryMs,
  })
  return (
    <div className="flex flex-col gap-3">
      {data ? (
        <SpeakingTables times={data} />
      ) : isError ? (
        <Notice
          title={t('clocks.speaking.failed')}
          action={<Button onClick={() => refetch()}>{t('common.retry')}</Button>}
        />
      ) : (
        <div role="status" aria-label={t('clocks.speaking.loading')} className="flex flex-col gap-3 py-2">
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      )}
      <p className="text-small text-muted">{t('clocks.speaking.note')}</p>
    </div>
  )
}

function SpeakingTables({ times: { speakers, unlisted, hostsMs, participantsMs } }: { times: SpeakingTimes }) {
  const t = useT()
  const totalMs = hostsMs + participantsMs
  const remarksOn = ({ isHost, verified, isHere }: Speaker) =>
    [
      ...(isHost ? [t('clocks.speaking.host')] : []),
      ...(verified ? [] : [t('common.unverified')]),
      ...(isHere ? [] : [t('clocks.speaking.left')]),
    ].join(', ')
  if (totalMs === 0) return <p className="text-muted">{t('clocks.speaking.none')}</p>
  return (
    <>
      <ShareTable
        caption={t('clocks.speaking.groups')}
        heading={t('clocks.speaking.group')}
        totalMs={totalMs}
        rows={[
          { key: 'hosts', name: t('clocks.speaking.hosts'), spokenMs: hostsMs },
          { key: 'participants', name: t('clocks.speaking.participants'), spokenMs: participantsMs },
        ]}
      />
      <div className="border-t border-line pt-2">
        <ShareTable
          caption={t('clocks.speaking.table')}
          heading={t('clocks.speaking.person')}
          totalMs={totalMs}
          rows={speakers.map((speaker) => ({
            key: speaker.identity,
            name: speaker.displayName,
            remark: remarksOn(speaker),
            spokenMs: speaker.spokenMs,
          }))}
        />
      </div>
      {unlisted > 0 && <p className="text-small text-muted">{t('clocks.speaking.unlisted', { count: unlisted })}</p>}
    </>
  )
}
