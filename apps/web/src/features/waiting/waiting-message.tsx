import { useMutation } from '@tanstack/react-query'
import { type LobbyMessage, lobbyMessageMaxLength, tellWaiting } from '@visavis/contracts'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { callApi } from '../../platform/api.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'

/** What those who wait are told, and the way to tell them something. */
export function WaitingMessage({ slug, message }: { slug: string; message: LobbyMessage | null }) {
  const t = useT()
  const [text, setText] = useState('')
  const { mutate, isPending } = useMutation({
    mutationFn: (said: string | null) => callApi(tellWaiting, { params: { slug }, body: { text: said } }),
    onSuccess: (_, said) => {
      setText('')
      toast(t(said === null ? 'waiting.message.taken' : 'waiting.message.sent'))
    },
    // What was written stays, for another try.
    onError: (error) => toast(problemText(t, toProblem(error)).title, 'failed'),
  })
  return (
    <div className="mt-4 flex flex-col gap-3 border-t border-attention-line pt-3">
      {message && (
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="text-small text-muted">{t('waiting.message.theyRead')}</p>
            <p dir="auto" className="wrap-anywhere whitespace-pre-line">
              {message.text}
            </p>
          </div>
          <Button size="small" variant="quiet" disabled={isPending} onClick={() => mutate(null)}>
            {t('waiting.message.takeBack')}
          </Button>
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '' && !isPending) mutate(text)
        }}
      >
        <TextField
          label={t('waiting.message')}
          value={text}
          maxLength={lobbyMessageMaxLength}
          onChange={(event) => setText(event.target.value)}
          beside={<IconButton type="submit" icon={Send} label={t('waiting.message.send')} />}
        />
      </form>
    </div>
  )
}
