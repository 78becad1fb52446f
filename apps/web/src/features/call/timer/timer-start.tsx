import { useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { parseMinutes } from './parse-minutes.ts'
import { useClockActions } from './use-clock-actions.ts'

const presets = [1, 2, 5, 10]

/** One click for the usual lengths; any other up to twelve hours is typed. */
export function TimerStart() {
  const t = useT()
  const { busy, start } = useClockActions()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = () => {
    const minutes = parseMinutes(text)
    setWrong(minutes === null)
    if (minutes !== null) start(minutes)
  }
  return (
    <div className="flex flex-col gap-3">
      <div role="group" aria-label={t('clocks.timer.startFor')} className="grid grid-cols-4 gap-2">
        {presets.map((minutes) => (
          <Button key={minutes} busy={busy === String(minutes)} onClick={() => start(minutes)} className="px-1 tabular">
            {t('clocks.minutes', { minutes })}
          </Button>
        ))}
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          label={t('clocks.timer.own')}
          hint={t('clocks.timer.hint')}
          error={wrong ? t('clocks.timer.own.wrong') : null}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={text}
          onChange={({ target }) => setText(target.value)}
          beside={
            <Button type="submit" busy={busy !== null && busy === text.trim()}>
              {t('clocks.timer.start')}
            </Button>
          }
        />
      </form>
    </div>
  )
}
