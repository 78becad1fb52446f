import { useMutation } from '@tanstack/react-query'
import { type BodyInputOf, type JoinOutcome, joinRoom, withdrawEntry } from '@visavis/contracts'
import { type ComponentType, startTransition, useEffect, useState } from 'react'
import type { CallScreenProps } from '../../features/call/call-screen.tsx'
import type { CallSession } from '../../features/call/call-session.ts'
import type { ShownEnd } from '../../features/call/end-screen.tsx'
import { type CallEnd, endOfOutcome } from '../../features/call/model/call-end.ts'
import { callApi } from '../../platform/api.ts'
import { rememberedName } from '../../platform/guest-name.ts'
import type { TakenMedia } from '../../platform/media/local-media.ts'
import { toProblem } from '../../platform/problem.ts'
import { loadCall, prepareCall } from './load-call.ts'
import { useDeviceFailed } from './use-device-failed.ts'

/** Where one is between having the link and having left. */
export type Entry =
  | { at: 'prejoin'; forgotten: boolean }
  | { at: 'lobby' }
  | { at: 'call'; session: CallSession; Screen: ComponentType<CallScreenProps> }
  | { at: 'over'; end: ShownEnd; lastedMs: number | null }

/** A request made while the network is away would wait on long after it is back. */
const rejoinWithinMs = 4000

const prejoin: Entry = { at: 'prejoin', forgotten: false }

/** Takes one from the prejoin through the lobby into the call, and out of it again. */
export function useRoomEntry(slug: string, arrived: boolean, takeMedia: () => TakenMedia) {
  const [entry, setEntry] = useState<Entry>(prejoin)
  const [name, setName] = useState('')
  const failures = useDeviceFailed()

  useEffect(() => {
    if (!arrived) return
    // Once the form is painted, for reading so much code holds everything up; a failure shows when one joins.
    const frame = requestAnimationFrame(() => setTimeout(() => void prepareCall().catch(() => undefined)))
    return () => cancelAnimationFrame(frame)
  }, [arrived])

  const join = (body: BodyInputOf<typeof joinRoom>, signal?: AbortSignal) =>
    callApi(joinRoom, { params: { slug }, body, signal })

  function finish(end: CallEnd, lastedMs: number | null) {
    if (end === 'moved') return
    setEntry(end === 'waiting' ? { at: 'lobby' } : { at: 'over', end, lastedMs })
  }

  async function enter(outcome: JoinOutcome, displayName: string) {
    if (outcome.outcome !== 'admitted') return finish(endOfOutcome(outcome), null)
    const { startCall, CallScreen } = await loadCall()
    const rejoin = (resume: { identity: string; secret: string }) =>
      // A guest may have taken another name in the call.
      join({ displayName: rememberedName() || displayName, resume }, AbortSignal.timeout(rejoinWithinMs))
    function follow(session: CallSession) {
      session.connection.subscribe(() => {
        const state = session.connection.getState()
        if (state.phase === 'over') finish(state.end, Date.now() - session.startedAtMs)
      })
      // Drawn in slices, between which the connection that is being made gets its turn.
      startTransition(() => setEntry({ at: 'call', session, Screen: CallScreen }))
    }
    follow(startCall({ admitted: outcome, media: takeMedia(), rejoin, onMoved: follow, ...failures }))
  }

  const ask = useMutation({
    mutationFn: async ({ displayName, move }: { displayName: string; move: boolean }) => {
      setName(displayName)
      await enter(await join({ displayName, ...(move && { move }) }), displayName)
    },
  })
  const withdraw = useMutation({ mutationFn: () => callApi(withdrawEntry, { params: { slug } }) })

  return {
    entry,
    name,
    /** `move`: as who one already is in this call, on another page that one leaves thereby. */
    ask: (displayName: string, move = false) => ask.mutate({ displayName, move }),
    asking: ask.isPending,
    problem: ask.error && toProblem(ask.error),
    stopWaiting() {
      // Should the server not hear of it, a host sees one name too many and nobody comes in.
      withdraw.mutate()
      setEntry(prejoin)
    },
    refused: () => finish('refused', null),
    nobodyCame: () => finish('nobodyCame', null),
    forgotten: () => setEntry({ at: 'prejoin', forgotten: true }),
    restart: () => setEntry(prejoin),
  }
}

export type RoomEntry = ReturnType<typeof useRoomEntry>
