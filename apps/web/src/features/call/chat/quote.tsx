import type { ChatMessage } from '@visavis/contracts'
import { useT } from '../../../platform/i18n/use-t.ts'

/** What a message answers, in one line; null where that is not here. */
export function Quote({ message }: { message: ChatMessage | null }) {
  const t = useT()
  const words = () => {
    if (message === null) return t('chat.answersOlder')
    const { author, text, deletedAt } = message
    const name = author.displayName || t('chat.erasedAccount')
    return t('chat.quote', { name, text: deletedAt === null ? text : t('chat.deleted') })
  }
  return (
    <p dir="auto" className="my-0.5 truncate border-l-2 border-field-line pl-2 text-left text-small text-muted">
      {words()}
    </p>
  )
}
