import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { useChat } from './use-chat.ts'

export interface HistoryEndProps {
  empty: boolean
  searching: boolean
  /** Some that are here already are not in the list yet. */
  hidden: boolean
  onMore: () => void
}

/** The upper end of what is here: older messages on demand, why they could not be had, or that there are none at all. */
export function HistoryEnd({ empty, searching, hidden, onMore }: HistoryEndProps) {
  const t = useT()
  const { chat, state } = useChat()
  const { failed, hasOlder, loading } = state
  function more() {
    onMore()
    if (!hidden) void chat.loadOlder()
  }
  if (failed) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-2 p-2">
        <p className="text-small text-muted">{t('chat.history.failed')}</p>
        <Button size="small" onClick={() => void chat.refresh()}>
          {t('common.retry')}
        </Button>
      </div>
    )
  }
  return (
    <>
      {(hidden || hasOlder) && (
        <div className="flex justify-center p-2">
          <Button size="small" busy={loading} onClick={more}>
            {t('chat.history.older')}
          </Button>
        </div>
      )}
      {empty && !loading && (
        <p className="px-2 py-6 text-center text-muted">{t(searching ? 'chat.search.none' : 'chat.empty')}</p>
      )}
    </>
  )
}
