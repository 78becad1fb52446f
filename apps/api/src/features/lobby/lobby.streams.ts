import { type EntryState, entryEvents, hostEvents, type LobbySnapshot } from '@visavis/contracts'
import { coalesce } from '../../platform/coalesce.ts'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'
import type { EventStreams } from '../../platform/event-stream.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { sessionHash } from '../../platform/sessions.ts'
import type { LobbyRoutesDeps } from './lobby.routes.ts'

interface StreamsDeps extends LobbyRoutesDeps {
  readonly streams: EventStreams
  readonly events: Events
  readonly currentAgent: CurrentAgent
  /** Whether the session is still that of an agent who may be signed in. */
  stillSignedIn(sessionId: string): Promise<boolean>
}

/** What hosts hear about their lobbies, and a waiting browser about its own request. */
export function lobbyStreams(mount: Mount, deps: StreamsDeps): void {
  const { lobby, rateLimit, findRoomAccess, streams, events, currentAgent, stillSignedIn } = deps

  mount(hostEvents, async ({ raw }, reply) => {
    const agent = await currentAgent(raw)
    if (agent === null) throw new ProblemError('unauthenticated')
    const { sessionId } = raw.session
    let { roomIds, waiting } = await lobby.snapshotFor(agent.id)
    const stream = streams.open(raw, reply)
    const logError = (error: unknown) => raw.log.warn({ err: error }, 'host stream')

    stream.send('lobby', { waiting } satisfies LobbySnapshot)
    const refresh = coalesce(async () => {
      ;({ roomIds, waiting } = await lobby.snapshotFor(agent.id))
      stream.send('lobby', { waiting } satisfies LobbySnapshot)
    }, logError)
    const recheck = coalesce(async () => {
      if (await stillSignedIn(sessionId)) refresh()
      else stream.close()
    }, logError)

    stream.onClose(
      events.subscribe('lobby', (roomId) => {
        if (roomId === null || roomIds.has(roomId)) refresh()
      }),
    )
    stream.onClose(
      events.subscribe('agent', (agentId) => {
        if (agentId !== null && agentId !== agent.id) return
        recheck()
        stream.send('rooms', {})
      }),
    )
    stream.onClose(
      events.subscribe('call', (roomId) => {
        if (roomId === null || roomIds.has(roomId)) stream.send('rooms', {})
      }),
    )
    // Somebody whose browser has gone drops out of the list without a signal.
    stream.onHeartbeat(() => {
      if (waiting.length > 0) refresh()
    })
    return reply
  })

  mount(
    entryEvents,
    async ({ params, raw }, reply) => {
      const access = await findRoomAccess(raw, params)
      const hash = sessionHash(raw)
      const roomId = access?.room.id
      const stream = streams.open(raw, reply)
      if (roomId === undefined) {
        stream.send('entry', { state: 'gone', requestedAt: null } satisfies EntryState)
        stream.close()
        return reply
      }
      let entryId: string | null = null
      const tell = coalesce(
        async () => {
          const { entryId: id, ...state } = await lobby.stateOf(roomId, hash)
          entryId = id
          stream.send('entry', state satisfies EntryState)
        },
        (error) => raw.log.warn({ err: error }, 'entry stream'),
      )
      const seen = coalesce(
        () => lobby.seen(roomId, hash),
        (error) => raw.log.warn({ err: error }, 'entry stream'),
      )
      stream.onClose(
        events.subscribe('entry', (id) => {
          if (id === null || entryId === null || id === entryId) tell()
        }),
      )
      stream.onHeartbeat(seen)
      seen()
      tell()
      return reply
    },
    { before: (request) => rateLimit(request, 'lobbyPerSession', 'lobbyPerAddress') },
  )
}
