import { type EntryState, entryEvents, entryStateSchema } from '@visavis/contracts'
import { useEffect, useEffectEvent, useState } from 'react'
import { openEventStream, type StreamState } from '../../platform/event-source.ts'

export interface EntryOptions {
  slug: string
  /** A host decided, or the request is not known any more. */
  onDecided: (state: Exclude<EntryState['state'], 'waiting'>) => void
}

/** Follows this browser's own request to come in. The stream stays open in a hidden tab: it has to call back. */
export function useEntry({ slug, onDecided }: EntryOptions): { stream: StreamState } {
  const [stream, setStream] = useState<StreamState>('connecting')
  const receive = useEffectEvent((payload: unknown) => {
    const { state } = entryStateSchema.parse(payload)
    if (state !== 'waiting') onDecided(state)
  })
  useEffect(
    () => openEventStream(entryEvents, { params: { slug }, on: { entry: receive }, onState: setStream }),
    [slug],
  )
  return { stream }
}
