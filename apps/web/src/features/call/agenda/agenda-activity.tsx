import { useQuery } from '@tanstack/react-query'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'
import { AgendaControls } from './agenda-controls.tsx'
import { draftOf } from './agenda-draft.ts'
import { AgendaEditor } from './agenda-editor.tsx'
import { AgendaList } from './agenda-list.tsx'
import { agendaQuery } from './agenda-query.ts'
import { useDraft } from './use-draft.ts'

/** The agenda of a call and where it is: everybody follows it, hosts write and lead it. */
export function AgendaActivity({ hosting }: { hosting: boolean }) {
  const t = useT()
  const { clocks } = useSharedState()
  const { callId } = useCall().connection.getAdmitted()
  const { data, isError, refetch } = useQuery(agendaQuery(callId, clocks))
  const [draft, setDraft] = useDraft()
  if (isError && !data) {
    return (
      <Notice
        title={t('clocks.agenda.failed')}
        action={<Button onClick={() => refetch()}>{t('common.retry')}</Button>}
      />
    )
  }
  if (!data) {
    return (
      <div role="status" aria-label={t('clocks.agenda.loading')} className="flex flex-col gap-3 py-2">
        <Skeleton className="w-56" />
        <Skeleton className="w-40" />
      </div>
    )
  }
  if (draft && hosting) return <AgendaEditor draft={draft} onChange={setDraft} theirs={data} />
  const { items } = data
  const edit = () => setDraft(draftOf(data))
  if (items.length === 0) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-muted">{t(hosting ? 'clocks.agenda.none.host' : 'clocks.agenda.none')}</p>
        {hosting && <Button onClick={edit}>{t('clocks.agenda.make')}</Button>}
      </div>
    )
  }
  const now = clocks?.agenda ?? null
  return (
    <div className="flex flex-col gap-3">
      <AgendaList items={items} now={now} hosting={hosting} />
      {hosting && <AgendaControls items={items} now={now} onEdit={edit} />}
    </div>
  )
}
