import { hostEvents, type LobbySnapshot, lobbySnapshotSchema } from '@visavis/contracts'
import { useEffect, useEffectEvent, useState } from 'react'
import { openEventStream } from '../../platform/event-source.ts'
import { loadCatalogues } from '../../platform/i18n/messages.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { playChime } from '../../platform/media/chime.ts'
import { announce } from '../../ui/announcer.tsx'
import { waitingPeople } from './lazy-waiting.ts'
import { newcomers } from './newcomers.ts'

export interface WaitingOptions {
  /** Only agents may listen; a guest's page passes false. */
  enabled: boolean
  /** Only those who wait for this room; all of one's rooms when left out. */
  slug?: string
  /** The server hints that the list of rooms has changed. */
  onRoomsChanged?: () => void
}

const nobody: LobbySnapshot = { waiting: [], messages: [] }

/**
 * Who waits to be let in, pushed by the server, first come first; a newcomer rings and is announced. Opens the page's one
 * event stream for hosts, so use it once per page and pass the result down.
 */
export function useWaiting({ enabled, slug, onRoomsChanged }: WaitingOptions): LobbySnapshot {
  const t = useT()
  const [lobby, setLobby] = useState(nobody)

  const receive = useEffectEvent((payload: unknown) => {
    const snapshot = lobbySnapshotSchema.parse(payload)
    const waiting = snapshot.waiting.filter((entry) => slug === undefined || entry.slug === slug)
    const arrived = newcomers(lobby.waiting, waiting)
    setLobby({ ...snapshot, waiting })
    if (arrived.length === 0) return
    waitingPeople.prefetch()
    playChime('knock')
    for (const { displayName, roomName, namesake } of arrived) {
      announce(t('waiting.announced', { name: displayName, room: roomName }))
      if (namesake) {
        void loadCatalogues(['names'])
          .then(() => announce(t('names.namesake.waiting', { name: displayName })))
          .catch(() => undefined)
      }
    }
  })
  const roomsChanged = useEffectEvent(() => onRoomsChanged?.())

  useEffect(() => {
    if (!enabled) return
    const close = openEventStream(hostEvents, { on: { lobby: receive, rooms: roomsChanged } })
    return () => {
      close()
      setLobby(nobody)
    }
  }, [enabled])

  return lobby
}
