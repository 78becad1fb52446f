import type { Admitted } from '@visavis/contracts'
import type { Room } from 'livekit-client'
import type { TakenMedia } from '../../../platform/media/local-media.ts'
import type { ChatStore } from '../chat/chat-store.ts'
import type { LocalControls } from '../model/local-controls.ts'
import type { Moves } from '../model/moves.ts'
import type { Sparing } from '../model/sparing.ts'
import { takeAlong } from '../model/take-along.ts'

/** What of a session concerns its going on in another place. */
export interface Passing {
  readonly room: Room
  readonly local: LocalControls
  readonly chat: Pick<ChatStore, 'getDraft' | 'setDraft'>
  readonly sparing: Pick<Sparing, 'getState' | 'set'>
  readonly moves: Moves<Passing>
  /** Begins another session of the same participant. */
  again(admitted: Admitted, media: TakenMedia): Passing
  release(): void
}

/** Connects to another place of the call beside this one, with the same microphone and camera. */
export function beside<S extends Passing>(
  session: Omit<Passing, 'again'> & { again(admitted: Admitted, media: TakenMedia): S },
  elsewhere: Admitted,
): S {
  const media = takeAlong(session.local, session.room.getActiveDevice('audiooutput') ?? null)
  const next = session.again({ ...elsewhere, entersMuted: false, arrivesMuted: false }, media)
  next.chat.setDraft(session.chat.getDraft())
  if (session.sparing.getState().sparing) next.sparing.set(true)
  return next
}

/** Goes on in that session, as one is heard and seen in this one. */
export function handOver({ local, moves }: Passing, next: Passing): void {
  const on = local.getState()
  for (const kind of ['microphone', 'camera'] as const) {
    if (next.local.getState()[kind] !== on[kind]) void next.local.set(kind, on[kind])
  }
  moves.show(next)
}

/** Goes on where the API has one by now. Where a move is under way, that is where it leads. */
export function goOn(session: Passing, elsewhere: Admitted): void {
  const pending = session.moves.getPending()
  handOver(session, pending !== null && pending !== session ? pending : beside(session, elsewhere))
}
