import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { useChat } from './use-chat.ts'

/** One's own messages that the server does not have yet; those that failed wait for another try. */
export function Outbox() {
  const t = useT()
  const { chat, state } = useChat()
  if (state.outbox.length === 0) return null
  return (
    <ul aria-label={t('chat.outbox')} className="flex flex-col gap-1">
      {state.outbox.map((message) => (
        <li key={message.clientId} className="py-1.5 pl-2.5">
          <p role="status" className="text-small text-muted">
            {t(message.failed ? 'chat.notSent' : 'chat.sending')}
          </p>
          <p dir="auto" className="text-left whitespace-pre-wrap wrap-anywhere">
            {message.text}
          </p>
          {message.failed && (
            <div className="mt-1 flex gap-2">
              <Button size="small" onClick={() => chat.retry(message)}>
                {t('common.retry')}
              </Button>
              <Button size="small" variant="quiet" onClick={() => chat.discard(message)}>
                {t('chat.discard')}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
