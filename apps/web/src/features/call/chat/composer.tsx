import { messageMaxLength } from '@visavis/contracts'
import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { classNames } from '../../../ui/class-names.ts'
import { fieldStyle } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useEscape } from '../hooks/use-escape.ts'
import { EmojiControl } from './emoji-control.tsx'
import { MentionList, mentionOptionId } from './mention-list.tsx'
import { useInsert } from './use-insert.ts'
import { useMention } from './use-mention.ts'
import type { Writing } from './writing.ts'
import { WritingBar } from './writing-bar.tsx'

export interface ComposerProps {
  field: RefObject<HTMLTextAreaElement | null>
  names: readonly string[]
  writing: Writing
  /** A reply or an edit is sent or given up. */
  onDone: () => void
}

const listId = 'chat-mentions'

/** The field: Enter sends, Shift and Enter begin a line, @ offers names, Escape gives up what one was about to do. */
export function Composer({ field, names, writing, onDone }: ComposerProps) {
  const t = useT()
  const { chat } = useCall()
  const editing = writing?.as === 'edit' ? writing.message : null
  const draft = useSyncExternalStore(chat.subscribe, chat.getDraft)
  const [edited, setEdited] = useState(editing?.text ?? '')
  const text = editing ? edited : draft
  const change = editing ? setEdited : chat.setDraft
  const form = useRef<HTMLFormElement>(null)
  const mention = useMention(field, text, names, change)
  const insert = useInsert(field, change)

  // One goes on behind what is there.
  useEffect(() => field.current?.setSelectionRange(messageMaxLength, messageMaxLength), [field])

  useEscape(form, () => {
    if (mention.names.length > 0) return mention.dismiss()
    return writing ? onDone() : false
  })

  function submit() {
    const words = text.trim()
    if (words === '') return
    if (!editing) {
      chat.send(words, writing?.message.id ?? null)
      change('')
      onDone()
      return
    }
    // What could not be saved stays in the field.
    const failed = (error: unknown) => toast(problemText(t, toProblem(error)).title, 'failed')
    chat.edit(editing.id, words).then(onDone, failed)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (mention.takeKey(event.key)) return event.preventDefault()
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    submit()
  }

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      className="relative -mx-1.5 flex flex-col gap-2"
    >
      <WritingBar writing={writing} onCancel={onDone} />
      <MentionList id={listId} names={mention.names} active={mention.active} onPick={mention.pick} />
      <div className="flex items-end gap-2">
        <textarea
          ref={field}
          rows={1}
          value={text}
          maxLength={messageMaxLength}
          aria-label={t('chat.field')}
          placeholder={t('chat.field')}
          aria-autocomplete="list"
          aria-controls={mention.names.length > 0 ? listId : undefined}
          aria-activedescendant={mention.names.length > 0 ? mentionOptionId(listId, mention.active) : undefined}
          onChange={(event) => {
            change(event.target.value)
            mention.look(event.target)
          }}
          onKeyDown={onKeyDown}
          className={classNames(fieldStyle, 'max-h-40 min-w-0 flex-1 resize-none py-2.5 [field-sizing:content]')}
        />
        <EmojiControl onPick={insert} />
        <IconButton
          type="submit"
          icon={SendHorizontal}
          label={t(editing ? 'common.save' : 'chat.send')}
          className="bg-brand text-on-brand hover:bg-brand-strong"
        />
      </div>
    </form>
  )
}
