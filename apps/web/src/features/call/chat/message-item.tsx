import type { ChatMessage } from '@visavis/contracts'
import { Copy, EllipsisVertical, Pencil, Reply, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { formatTime } from '../../../platform/i18n/formats.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { copyText } from '../../../ui/copy-text.ts'
import { MenuButton } from '../../../ui/menu-button.tsx'
import type { MenuItem } from '../../../ui/menu-items.ts'
import { toast } from '../../../ui/toast.tsx'
import { partsOf } from './message-parts.ts'
import { MessageText } from './message-text.tsx'
import { Quote } from './quote.tsx'

export interface MessageItemProps {
  message: ChatMessage
  isOwn: boolean
  /** What it answers: undefined nothing, null something that is not here. */
  answered: ChatMessage | null | undefined
  mayDelete: boolean
  names: readonly string[]
  myName: string
  onAction: (action: 'reply' | 'edit' | 'delete', message: ChatMessage) => void
}

/** One message: who, when, what, and what can be done with it. The browser lays out only those near the eye. */
export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, isOwn, answered, mayDelete, names, myName, onAction } = props
  const t = useT()
  const { author, text, sentAt, editedAt, deletedAt } = message
  const writer = author.displayName || t('chat.erasedAccount')
  const name = isOwn ? t('call.tile.you', { name: writer }) : writer
  const mentionsMe = !isOwn && partsOf(text, names, myName).some((part) => part.kind === 'mention' && part.ofMe)
  const remarks = [
    formatTime(sentAt),
    ...(author.verified ? [] : [t('common.unverified')]),
    ...(editedAt !== null && deletedAt === null ? [t('chat.edited')] : []),
    ...(mentionsMe ? [t('chat.mentionsYou')] : []),
  ]
  const copy = async () => toast((await copyText(text)) ? t('chat.copied') : text)
  const items: MenuItem[] = [
    { id: 'reply', label: t('chat.reply'), icon: Reply, onAction: () => onAction('reply', message) },
    { id: 'copy', label: t('chat.copy'), icon: Copy, onAction: () => void copy() },
  ]
  if (isOwn) items.push({ id: 'edit', label: t('chat.edit'), icon: Pencil, onAction: () => onAction('edit', message) })
  if (mayDelete) {
    const onDelete = () => onAction('delete', message)
    items.push({ id: 'delete', label: t('chat.delete'), icon: Trash2, danger: true, onAction: onDelete })
  }
  return (
    <li
      className={classNames(
        'group/message flex gap-1 rounded-control py-1.5 pl-2.5 hover:bg-surface/60 [contain-intrinsic-size:auto_4rem] [content-visibility:auto]',
        mentionsMe && 'border-l-3 border-attention',
      )}
    >
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="min-w-0 truncate font-strong">{name}</bdi>
          <span className="text-small tabular text-muted">{remarks.join(' · ')}</span>
        </p>
        {answered !== undefined && <Quote message={answered} />}
        {deletedAt === null ? (
          <MessageText text={text} names={names} myName={myName} />
        ) : (
          <p className="text-muted italic">{t('chat.deleted')}</p>
        )}
      </div>
      {deletedAt === null && (
        <MenuButton
          label={t('chat.actions', { name: writer, time: formatTime(sentAt) })}
          sections={[{ items }]}
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-control border border-transparent text-muted transition-opacity duration-150 not-group-hover/message:opacity-0 hover:bg-control focus-visible:opacity-100! aria-expanded:bg-control aria-expanded:opacity-100! pointer-coarse:opacity-100!"
        >
          <EllipsisVertical aria-hidden="true" size={18} />
        </MenuButton>
      )}
    </li>
  )
})
