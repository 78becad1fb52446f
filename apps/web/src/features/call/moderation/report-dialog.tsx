import { type ReportReason, reportParticipant, reportReasonSchema, reportTextMaxLength } from '@visavis/contracts'
import { type FormEvent, useId, useState } from 'react'
import { callApi } from '../../../platform/api.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import type { Person } from '../../../platform/livekit/person.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DialogActions } from '../../../ui/dialog-actions.tsx'
import { FieldShell, fieldStyle } from '../../../ui/field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useModerate } from './use-moderate.ts'

/** Tells the administrators of somebody in the call. */
export function ReportDialog({ person: { name, identity }, onClose }: { person: Person; onClose: () => void }) {
  const t = useT()
  const id = useId()
  const params = { callId: useCall().connection.getAdmitted().callId, identity }
  const [reason, setReason] = useState<ReportReason>('disturbance')
  const [text, setText] = useState('')
  const report = useModerate()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (report.isPending) return
    report.mutate({
      ask: () => callApi(reportParticipant, { params, body: { reason, text } }),
      done: () => t('moderation.report.done'),
      onDone: onClose,
    })
  }

  return (
    <Dialog title={t('moderation.report.title', { name })} closeLabel={t('common.cancel')} onClose={onClose}>
      <form onSubmit={submit} className="mt-2 flex flex-col gap-5">
        <p>{t('moderation.report.text')}</p>
        <SelectField
          label={t('moderation.report.reason')}
          autoFocus
          value={reason}
          onChange={({ target }) => setReason(reportReasonSchema.parse(target.value))}
        >
          {reportReasonSchema.options.map((option) => (
            <option key={option} value={option}>
              {t(`moderation.report.reason.${option}`)}
            </option>
          ))}
        </SelectField>
        <FieldShell id={id} label={t('moderation.report.details')}>
          <textarea
            id={id}
            rows={4}
            maxLength={reportTextMaxLength}
            value={text}
            onChange={({ target }) => setText(target.value)}
            className={`${fieldStyle} resize-y py-2.5`}
          />
        </FieldShell>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" busy={report.isPending}>
            {t('moderation.report.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
