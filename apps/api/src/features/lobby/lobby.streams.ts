import { type EntryState, entryEvents, hostEvents, type LobbySnapshot } from '@visavis/contracts'
import { coalesce } from '../../platform/coalesce.ts'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'
import type { EventStreams } from '../../platform/event-stream.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { limitedAddress } from '../../platform/rate-limits.ts'
import { sessionHash } from '../../platform/sessions.ts'
import type { LobbyRoutesDeps } from './lobby.routes.ts'

/** One a page; a person has some tabs, and behind one address may be a whole administration. */
const streamsPerAgent = 30
const streamsPerSession = 10
const entryStreamsPerAddress = 500

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
    const stream = streams.open(reply, [[`agent ${agent.id}`, streamsPerAgent]])
    // Unknown until the first snapshot: till then any room may be one of theirs.
    let hosted: LobbySnapshot & { roomIds: ReadonlySet<string> | null } = { waiting: [], messages: [], roomIds: null }
    const logError = (error: unknown) => {
      raw.log.warn({ err: error }, 'host stream')
      // The browser comes back, and asks again.
      if (hosted.roomIds === null) stream.close()
    }
    const isTheirs = (roomId: string | null) => roomId === null || (hosted.roomIds?.has(roomId) ?? true)
    const refresh = coalesce(async () => {
      hosted = await lobby.snapshotFor(agent.id)
      const { waiting, messages } = hosted
      stream.send('lobby', { waiting, messages } satisfies LobbySnapshot)
    }, logError)
    const recheck = coalesce(async () => {
      if (await stillSignedIn(sessionId)) refresh()
      else stream.close()
    }, logError)
    // Without a signal sessions expire, and those whose browser has gone drop out of the list.
    const beat = coalesce(async () => {
      if (!(await stillSignedIn(sessionId))) stream.close()
      else if (hosted.waiting.length > 0) refresh()
    }, logError)

    stream.onClose(
      events.subscribe('lobby', (roomId) => {
        if (isTheirs(roomId)) refresh()
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
        if (isTheirs(roomId)) stream.send('rooms', {})
      }),
    )
    stream.onHeartbeat(beat)
    refresh()
    return reply
  })

  mount(
    entryEvents,
    async ({ params, raw }, reply) => {
      const access = await findRoomAccess(raw, params)
      const hash = sessionHash(raw)
      const roomId = access?.room.id
      const agentId = access?.agent?.id ?? null
      const stream = streams.open(reply, [
        [`session ${hash}`, streamsPerSession],
        [`address ${limitedAddress(raw.ip)}`, entryStreamsPerAddress],
      ])
      if (roomId === undefined) {
        stream.send('entry', { state: 'gone', requestedAt: null, message: null } satisfies EntryState)
        stream.close()
        return reply
      }
      let entryId: string | null = null
      let said = ''
      const tell = coalesce(
        async () => {
          const { entryId: id, ...state } = await lobby.stateOf(roomId, hash, agentId)
          entryId = id
          const now = JSON.stringify(state)
          // Why it was looked at anew, a host who came or left, is nothing for who waits to learn from.
          if (state.state === 'waiting' && now === said) return
          said = now
          stream.send('entry', state satisfies EntryState)
          // Nothing will ever be said here: it would only be held.
          if (state.state === 'gone') stream.close()
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
      stream.onClose(
        events.subscribe('access', (id) => {
          if (id === null || id === roomId) tell()
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
