import { useState } from 'react'
import { Lobby } from '../../features/lobby/lobby.tsx'
import { LobbyHeading } from '../../features/lobby/lobby-heading.tsx'
import { EntryLayout } from '../../features/prejoin/entry-layout.tsx'
import { PrejoinForm } from '../../features/prejoin/prejoin-form.tsx'
import { FormSkeleton, HeadingSkeleton } from '../../features/prejoin/prejoin-skeleton.tsx'
import { Preview } from '../../features/prejoin/preview.tsx'
import { RoomHeading } from '../../features/prejoin/room-heading.tsx'
import { rememberedName } from '../../platform/guest-name.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { allowChimes, playChime } from '../../platform/media/chime.ts'
import type { LocalMedia, LocalMediaState } from '../../platform/media/local-media.ts'
import { usePageTitle } from '../../platform/page-title.ts'
import { announce } from '../../ui/announcer.tsx'
import type { Arrival } from './arrival.ts'
import { EntryNotice } from './entry-notice.tsx'
import { SignInOffer } from './sign-in-offer.tsx'
import type { RoomEntry } from './use-room-entry.ts'

export interface EntryPartProps {
  slug: string
  entry: RoomEntry
  /** Undefined while it is asked for. */
  arrival: Arrival | undefined
  media: LocalMedia
  mediaState: LocalMediaState
}

/** Prejoin and lobby: one layout, in which only the words change. */
export function EntryPart({ slug, entry, arrival, media, mediaState }: EntryPartProps) {
  const t = useT()
  const [guestName, setGuestName] = useState(rememberedName)
  const waits = entry.entry.at === 'lobby'
  const room = arrival?.room
  const roomName = room?.name ?? t('prejoin.unnamedRoom', { slug })
  usePageTitle(t(waits ? 'lobby.title' : 'prejoin.title', { room: roomName }))

  function ask(name: string, move: boolean) {
    // A click is what lets the lobby call back later.
    allowChimes()
    entry.ask(name, move)
  }
  function welcome() {
    entry.ask(entry.name)
    playChime('welcome')
    announce(t('lobby.admitted'), 'assertive')
  }

  const heading = () => {
    if (!room) return <HeadingSkeleton />
    if (waits) return <LobbyHeading roomName={roomName} />
    return <RoomHeading slug={slug} name={room.name} ownerName={room.ownerName} />
  }
  return (
    <EntryLayout
      heading={heading()}
      preview={<Preview media={media} state={mediaState} name={arrival?.agent?.displayName ?? guestName} />}
    >
      {waits ? (
        <Lobby
          slug={slug}
          name={entry.name}
          entering={entry.asking}
          notice={<EntryNotice entry={entry} onRetry={() => entry.ask(entry.name)} />}
          onDecided={(state) => {
            if (state === 'admitted') welcome()
            else if (state === 'denied') entry.refused()
            else if (state === 'expired') entry.nobodyCame()
            else entry.forgotten()
          }}
          onStop={entry.stopWaiting}
        />
      ) : !arrival || !room ? (
        <FormSkeleton label={t('common.loading')} />
      ) : (
        <>
          <PrejoinForm
            agentName={arrival.agent?.displayName ?? null}
            name={guestName}
            onName={setGuestName}
            entry={room.entry}
            elsewhere={room.elsewhere}
            busy={entry.asking}
            notice={<EntryNotice entry={entry} />}
            onJoin={ask}
          />
          {arrival.agent === null && <SignInOffer slug={slug} />}
        </>
      )}
    </EntryLayout>
  )
}
