import { type EntryState, entryEvents, entryStateSchema, type LobbyMessage } from '@visavis/contracts'
import { useEffect, useEffectEvent, useState } from 'react'
import { openEventStream, type StreamState } from '../../platform/event-source.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { announce } from '../../ui/announcer.tsx'

export interface EntryOptions {
  slug: string
  /** A host decided, none came, or the request is not known any more. */
  onDecided: (state: Exclude<EntryState['state'], 'waiting'>) => void
}

interface Entry {
  stream: StreamState
  /** What hosts tell those who wait. */
  message: LobbyMessage | null
  /** Since when, by the server's clock; null until it has said so. */
  sinceMs: number | null
}

/** Follows this browser's own request to come in. The stream stays open in a hidden tab: it has to call back. */
export function useEntry({ slug, onDecided }: EntryOptions): Entry {
  const [stream, setStream] = useState<StreamState>('connecting')
  const t = useT()
  const [entry, setEntry] = useState<Omit<Entry, 'stream'>>({ message: null, sinceMs: null })
  const receive = useEffectEvent((payload: unknown) => {
    const { state, message, requestedAt } = entryStateSchema.parse(payload)
    if (message && message.at !== entry.message?.at) announce(t('lobby.message.said', { text: message.text }))
    setEntry({ message, sinceMs: requestedAt === null ? null : Date.parse(requestedAt) })
    if (state !== 'waiting') onDecided(state)
  })
  useEffect(
    () => openEventStream(entryEvents, { params: { slug }, on: { entry: receive }, onState: setStream }),
    [slug],
  )
  return { stream, ...entry }
}
