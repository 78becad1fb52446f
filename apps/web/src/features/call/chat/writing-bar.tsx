import { X } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import type { Writing } from './writing.ts'

/** Says whom one is about to answer, or that one is changing a message, and takes one back. */
export function WritingBar({ writing, onCancel }: { writing: Writing; onCancel: () => void }) {
  const t = useT()
  if (!writing) return null
  const { as, message } = writing
  const name = message.author.displayName || t('chat.erasedAccount')
  const words = as === 'edit' ? t('chat.editing') : t('chat.replyingTo', { name })
  return (
    <div className="flex items-center gap-2 border-l-2 border-brand pl-2 text-small text-muted">
      <p role="status" className="min-w-0 flex-1 truncate">
        {words}
      </p>
      <IconButton icon={X} label={t('common.cancel')} onClick={onCancel} className="size-9" />
    </div>
  )
}
