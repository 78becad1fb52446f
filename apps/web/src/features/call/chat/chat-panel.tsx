import type { ChatMessage } from '@visavis/contracts'
import { Download } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { formatDateTime } from '../../../platform/i18n/formats.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useLiberty } from '../hooks/use-liberty.ts'
import { useOwnRole } from '../hooks/use-own-role.ts'
import { usePeople } from '../hooks/use-people.ts'
import { Panel } from '../panel/panel.tsx'
import { Composer } from './composer.tsx'
import { DeleteMessageDialog } from './delete-message-dialog.tsx'
import { HistoryEnd } from './history-end.tsx'
import { MessageItem } from './message-item.tsx'
import { Outbox } from './outbox.tsx'
import { saveText } from './save-text.ts'
import { transcriptOf } from './transcript.ts'
import { useChat } from './use-chat.ts'
import { useFocusOnChange } from './use-focus-on-change.ts'
import { useKeepAtEnd } from './use-keep-at-end.ts'
import { useShownEnd } from './use-shown-end.ts'
import type { Writing } from './writing.ts'

/** What has been written in the call, and the field to write in. */
export function ChatPanel({ onClose }: { onClose: () => void }) {
  const t = useT()
  const people = usePeople()
  const mayWrite = useLiberty('chat')
  const { admitted } = useCall()
  const hosting = isHost(useOwnRole())
  const { chat, state } = useChat()
  const [search, setSearch] = useState('')
  const [writing, setWriting] = useState<Writing>(null)
  const [deleting, setDeleting] = useState<ChatMessage | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { messages, own, outbox } = state
  useKeepAtEnd(list, `${messages.at(-1)?.id} ${outbox.length}`, outbox.length > 0)
  useFocusOnChange(field, writing)

  const myName = people.find(({ isLocal }) => isLocal)?.name ?? admitted.displayName
  const nameList = people.map(({ name }) => name).join('\n')
  const names = useMemo(() => nameList.split('\n'), [nameList])
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages])
  const wanted = search.toLocaleLowerCase()
  const found = messages.filter(
    ({ text, author }) => wanted === '' || `${author.displayName}\n${text}`.toLocaleLowerCase().includes(wanted),
  )
  const { shown, hidden, showMore } = useShownEnd(found)
  const [onAction] = useState(() => (action: 'reply' | 'edit' | 'delete', message: ChatMessage) => {
    if (action === 'delete') return setDeleting(message)
    setWriting({ as: action, message })
  })
  async function exportAll() {
    await chat.loadAll()
    saveText(
      t('chat.export.file', { room: admitted.room.name }),
      transcriptOf(chat.getState().messages, formatDateTime, t('chat.erasedAccount')),
    )
  }

  return (
    <Panel
      title={t('chat.title')}
      onClose={onClose}
      initialFocus={field}
      footer={
        mayWrite ? (
          <Composer
            key={writing?.as === 'edit' ? writing.message.id : 'new'}
            field={field}
            names={names}
            writing={writing}
            onDone={() => setWriting(null)}
          />
        ) : (
          <p className="text-small text-muted">{t('chat.switchedOff')}</p>
        )
      }
    >
      <div ref={list}>
        <div className="sticky top-0 z-10 flex gap-2 bg-sunken pb-2">
          <SearchField label={t('chat.search')} onSearch={setSearch} className="flex-1" />
          <IconButton icon={Download} label={t('chat.export')} onClick={() => void exportAll()} />
        </div>
        <HistoryEnd
          empty={found.length === 0 && outbox.length === 0}
          searching={wanted !== ''}
          hidden={hidden}
          onMore={showMore}
        />
        <ol aria-label={t('chat.messages')} className="flex flex-col gap-1">
          {shown.map((message) => (
            <MessageItem
              key={message.id}
              message={message}
              isOwn={own.has(message.author.identity)}
              answered={message.replyToId === null ? undefined : (byId.get(message.replyToId) ?? null)}
              mayDelete={own.has(message.author.identity) || hosting}
              names={names}
              myName={myName}
              onAction={onAction}
            />
          ))}
        </ol>
        <Outbox />
      </div>
      {deleting && <DeleteMessageDialog message={deleting} onClose={() => setDeleting(null)} />}
    </Panel>
  )
}
