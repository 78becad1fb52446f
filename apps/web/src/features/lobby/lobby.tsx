import type { ReactNode } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { type EntryOptions, useEntry } from './use-entry.ts'
import { WaitingCard } from './waiting-card.tsx'

export interface LobbyProps extends EntryOptions {
  name: string
  /** A host said yes and the call is being entered. */
  entering: boolean
  /** A problem, and how to go on. */
  notice: ReactNode
  onStop: () => void
}

/** The guest's side of the lobby, where the form stood before. */
export function Lobby({ name, entering, notice, onStop, ...entry }: LobbyProps) {
  const t = useT()
  const { stream, message, sinceMs } = useEntry(entry)
  return (
    <div className="flex flex-col gap-5">
      <WaitingCard name={name} sinceMs={sinceMs} interrupted={stream === 'interrupted'} />
      {message && (
        <div className="rounded-card border border-brand bg-brand-soft p-4">
          <p className="text-small text-muted">{t('lobby.message')}</p>
          <p dir="auto" className="wrap-anywhere whitespace-pre-line">
            {message.text}
          </p>
        </div>
      )}
      {notice}
      {entering ? (
        <Button variant="filled" busy>
          {t('lobby.entering')}
        </Button>
      ) : (
        <Button onClick={onStop}>{t('lobby.stop')}</Button>
      )}
    </div>
  )
}
