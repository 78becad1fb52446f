import { hostEvents, type LobbyEntry, lobbySnapshotSchema } from '@visavis/contracts'
import { useEffect, useEffectEvent, useState } from 'react'
import { openEventStream } from '../../platform/event-source.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { playChime } from '../../platform/media/chime.ts'
import { announce } from '../../ui/announcer.tsx'
import { newcomers } from './newcomers.ts'

export interface WaitingOptions {
  /** Only agents may listen; a guest's page passes false. */
  enabled: boolean
  /** Only those who wait for this room; all of one's rooms when left out. */
  slug?: string
  /** The server hints that the list of rooms has changed. */
  onRoomsChanged?: () => void
}

/**
 * Who waits to be let in, pushed by the server, first come first; a newcomer rings and is announced. Opens the page's one
 * event stream for hosts, so use it once per page and pass the result down.
 */
export function useWaiting({ enabled, slug, onRoomsChanged }: WaitingOptions): readonly LobbyEntry[] {
  const t = useT()
  const [waiting, setWaiting] = useState<readonly LobbyEntry[]>([])

  const receive = useEffectEvent((payload: unknown) => {
    const snapshot = lobbySnapshotSchema.parse(payload)
    const now = snapshot.waiting.filter((entry) => slug === undefined || entry.slug === slug)
    const arrived = newcomers(waiting, now)
    setWaiting(now)
    if (arrived.length === 0) return
    playChime('knock')
    for (const { displayName, roomName } of arrived) {
      announce(t('waiting.announced', { name: displayName, room: roomName }))
    }
  })
  const roomsChanged = useEffectEvent(() => onRoomsChanged?.())

  useEffect(() => {
    if (!enabled) return
    const close = openEventStream(hostEvents, { on: { lobby: receive, rooms: roomsChanged } })
    return () => {
      close()
      setWaiting([])
    }
  }, [enabled])

  return waiting
}
