import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Agenda, type BodyInputOf, mostAgendaItems, putAgenda } from '@visavis/contracts'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { callApi } from '../../../platform/api.ts'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { toProblem } from '../../../platform/problem.ts'
import { announce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { randomId } from '../chat/random-id.ts'
import { useCall } from '../hooks/call-context.ts'
import { type AgendaDraft, addItem, type DraftItem, itemsToSave, moveItem } from './agenda-draft.ts'
import { AgendaRow } from './agenda-row.tsx'

export interface AgendaEditorProps {
  draft: AgendaDraft
  /** Null closes the editor. */
  onChange: (draft: AgendaDraft | null) => void
  /** The agenda as it is now: another host may have written it meanwhile. */
  theirs: Agenda
}

/** Where a host writes the agenda: nothing is changed for anybody until it is saved. */
export function AgendaEditor({ draft, onChange, theirs }: AgendaEditorProps) {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const { items } = draft
  const put = (items: readonly DraftItem[]) => onChange({ ...draft, items })

  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: BodyInputOf<typeof putAgenda>) => callApi(putAgenda, { params: { callId }, body }),
    onSuccess: () => onChange(null),
    onError: () => queries.invalidateQueries({ queryKey: ['agenda', callId] }),
  })
  const save = () => {
    const saved = itemsToSave(items)
    flushSync(() => setWrong(saved === null))
    if (saved === null) {
      list.current?.querySelector<HTMLInputElement>('[aria-invalid=true]')?.focus()
      return
    }
    // After a conflict, which was shown, one's own version is what is wanted.
    mutate({ edition: overtaken ? theirs.edition : draft.edition, items: saved })
  }
  const overtaken = error !== null && toProblem(error).code === 'conflict'

  const focusIn = (id: string, part: string) =>
    list.current?.querySelector<HTMLElement>(`[data-item="${id}"] [data-part=${part}]`)?.focus()
  const addOne = () => {
    const id = randomId()
    flushSync(() => put(addItem(items, id)))
    focusIn(id, 'title')
  }
  const move = (item: DraftItem, by: number) => {
    const moved = moveItem(items, item.id, by)
    flushSync(() => put(moved))
    // A browser takes the focus from what is put elsewhere in the page.
    focusIn(item.id, by < 0 ? 'up' : 'down')
    const position = moved.indexOf(item) + 1
    announce(t('clocks.edit.moved', { title: item.title, position, count: moved.length }))
  }
  const remove = (item: DraftItem, index: number) => {
    const neighbour = items[index + 1] ?? items[index - 1]
    flushSync(() => put(items.filter((other) => other !== item)))
    if (neighbour) focusIn(neighbour.id, 'remove')
    else add.current?.focus()
    announce(t('clocks.edit.removed', { position: index + 1 }))
  }

  return (
    <form
      noValidate
      aria-label={t('clocks.edit.title')}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <ul ref={list} className="flex flex-col gap-3">
        {items.map((item, index) => (
          <AgendaRow
            key={item.id}
            item={item}
            position={index + 1}
            count={items.length}
            checked={wrong}
            onChange={(next) => put(items.with(index, next))}
            onMove={(by) => move(item, by)}
            onRemove={() => remove(item, index)}
          />
        ))}
      </ul>
      {items.length < mostAgendaItems ? (
        <Button ref={add} variant="quiet" onClick={addOne} className="self-start">
          <Plus aria-hidden="true" size={18} />
          {t('clocks.edit.add')}
        </Button>
      ) : (
        <p className="text-small text-muted">{t('clocks.edit.most', { most: mostAgendaItems })}</p>
      )}
      <p role="status" className="text-small text-danger-ink empty:hidden">
        {wrong && itemsToSave(items) === null && t('clocks.edit.wrong')}
      </p>
      {overtaken && <Notice title={t('clocks.edit.conflict')} text={t('clocks.edit.conflict.text')} />}
      {error !== null && !overtaken && <Notice title={problemText(t, toProblem(error)).title} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" variant="filled" busy={isPending}>
          {t('common.save')}
        </Button>
        <Button size="small" onClick={() => onChange(null)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
