import { problemReference, problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { RoomEntry } from './use-room-entry.ts'

export interface EntryNoticeProps {
  entry: RoomEntry
  /** Where the page itself has no button that asks again. */
  onRetry?: () => void
}

/** Why asking to come in did not work, or that the request must be made anew. */
export function EntryNotice({ entry: { entry, problem, asking }, onRetry }: EntryNoticeProps) {
  const t = useT()
  if (asking) return null
  if (problem) {
    const { title, advice } = problemText(t, problem)
    return (
      <Notice
        title={title}
        text={advice}
        details={problemReference(t, problem)}
        action={
          onRetry && (
            <Button size="small" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          )
        }
      />
    )
  }
  if (entry.at !== 'prejoin' || !entry.forgotten) return null
  return <Notice title={t('lobby.forgotten.title')} text={t('lobby.forgotten.text')} />
}
