import { exportPoll, type PollView } from '@visavis/contracts'
import { Download, EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { urlOf } from '../../../../platform/api.ts'
import { useLanguage, useT } from '../../../../platform/i18n/use-t.ts'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { MenuButton } from '../../../../ui/menu-button.tsx'
import type { MenuItem } from '../../../../ui/menu-items.ts'
import { useCall } from '../../hooks/call-context.ts'
import type { PollStore } from './poll-store.ts'
import { usePollActions } from './use-poll-actions.ts'
import { VoterList } from './voter-list.tsx'

const next = { draft: 'open', open: 'closed', closed: 'published', published: null } as const
const nextLabels = {
  open: 'activities.polls.open',
  closed: 'activities.polls.close',
  published: 'activities.polls.publish',
} as const

function download(url: string) {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
}

/** What hosts do with a poll: the next step as a button, the rest in a menu. */
export function PollLead({ poll, store }: { poll: PollView; store: PollStore }) {
  const t = useT()
  const language = useLanguage()
  const { callId } = useCall().connection.getAdmitted()
  const { busy, move, remove } = usePollActions(store, poll)
  const [deleting, setDeleting] = useState(false)
  const [naming, setNaming] = useState(false)
  const { id, state, secret, kind, question, options, mostChoices, live } = poll
  const step = next[state]
  const file = urlOf(exportPoll, { params: { callId, pollId: id }, query: { language } })
  const items: MenuItem[] = []
  if (state === 'draft') {
    const form = { kind, question, options, mostChoices, secret, live }
    const edit = () => store.setWriting({ id, form })
    items.push({ id: 'edit', label: t('activities.polls.edit'), icon: Pencil, onAction: edit })
  } else if (!secret || state !== 'open') {
    items.push({ id: 'export', label: t('activities.polls.export'), icon: Download, onAction: () => download(file) })
  }
  const askToDelete = () => setDeleting(true)
  items.push({ id: 'delete', label: t('activities.polls.delete'), icon: Trash2, danger: true, onAction: askToDelete })
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
        {step && (
          <Button size="small" busy={busy} onClick={() => move(step)}>
            {t(nextLabels[step])}
          </Button>
        )}
        {!secret && state !== 'draft' && (
          <Button size="small" variant="quiet" aria-expanded={naming} onClick={() => setNaming(!naming)}>
            {t(naming ? 'activities.polls.who.hide' : 'activities.polls.who')}
          </Button>
        )}
        <MenuButton
          label={t('activities.polls.actions', { question })}
          sections={[{ items }]}
          className="ml-auto inline-flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-control-hover aria-expanded:bg-control-hover"
        >
          <EllipsisVertical aria-hidden="true" size={20} />
        </MenuButton>
      </div>
      {naming && <VoterList poll={poll} />}
      {deleting && (
        <ConfirmDialog
          title={t('activities.polls.delete.title')}
          confirmLabel={t('activities.polls.delete.confirm')}
          cancelLabel={t('common.cancel')}
          danger
          busy={busy}
          onConfirm={() => remove(() => setDeleting(false))}
          onClose={() => setDeleting(false)}
        >
          <p>{t('activities.polls.delete.text')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
