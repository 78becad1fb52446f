import { type Admitted, dataTopics, type JoinOutcome, reactionSchema } from '@visavis/contracts'
import { ConnectionQuality, type Room, RoomEvent } from 'livekit-client'
import { createRoom } from '../../platform/livekit/create-room.ts'
import { causeOf } from '../../platform/livekit/disconnect-cause.ts'
import { localTracksOf } from '../../platform/livekit/local-tracks.ts'
import { restartConnection } from '../../platform/livekit/restart-connection.ts'
import { onServerData } from '../../platform/livekit/server-data.ts'
import type { TakenMedia } from '../../platform/media/local-media.ts'
import { onUse } from '../../platform/on-use.ts'
import { toProblem } from '../../platform/problem.ts'
import type { Activities, ActivityId } from './activities/activities.ts'
import type { ChatStore } from './chat/chat-store.ts'
import { createChat, followChat } from './chat/follow-chat.ts'
import { askBeforeLeaving } from './model/ask-before-leaving.ts'
import { type Connection, createConnection } from './model/connection.ts'
import { createDeviceList, type DeviceList } from './model/device-list.ts'
import { followCall } from './model/follow-call.ts'
import { followHearing, type HearingStore } from './model/hearing.ts'
import { keepAwake } from './model/keep-awake.ts'
import { createLate, type Late } from './model/late.ts'
import { createLocalControls, type LocalControls, type LocalKind } from './model/local-controls.ts'
import type { MicrophoneWatch } from './model/microphone-watch.ts'
import { createMoves, type Moves } from './model/moves.ts'
import { bringsSound, muteOnEntry } from './model/mute-on-entry.ts'
import { onceSettledIn } from './model/once-settled-in.ts'
import { followOwnRole, type OwnRole } from './model/own-role.ts'
import { createPictureLimits, type PictureLimitsStore } from './model/picture-limits.ts'
import { createReactions, type Reactions } from './model/reactions.ts'
import { playRemoteSound } from './model/remote-sound.ts'
import type { SharedState } from './model/shared-state.ts'
import { createSparing, type Sparing } from './model/sparing.ts'
import { createSpeakers, type Speakers } from './model/speakers.ts'
import { createView, type ViewStore } from './model/view.ts'
import { createVolumes, type Volumes } from './model/volumes.ts'
import { onWakeUp } from './model/wake-ups.ts'
import { type CallDevices, watchDevices } from './model/watch-devices.ts'
import { watchFlow } from './model/watch-flow.ts'
import { watchMicrophone } from './model/watch-microphone.ts'
import { watchOrigin } from './model/watch-origin.ts'
import type { ModerationTask } from './moderation/moderation-task.ts'
import type { LoadWatch } from './pictures/load-watch.ts'

export interface CallOptions {
  admitted: Admitted
  media: TakenMedia
  /** Asks the API to come in again as the same participant. */
  rejoin: (resume: { identity: string; secret: string }) => Promise<JoinOutcome>
  /** A device would not open, or the SFU would not take it. */
  onDeviceFailed: (kind: LocalKind, error: unknown) => void
  /** The call goes on in another place, with this session in place of the one before. */
  onMoved: (next: CallSession) => void
  /** Hosts do not let one publish what is, or was to be, on. */
  onWithheld: (kind: LocalKind) => void
}

/** One participant's call from admission to its end, whatever happens to the network in between. */
export interface CallSession {
  readonly room: Room
  readonly connection: Connection
  readonly local: LocalControls
  /** The call was large already, and one's open microphone was switched off for it. */
  readonly enteredMuted: boolean
  /** How one is heard oneself. */
  readonly microphone: Pick<MicrophoneWatch, 'subscribe' | 'getState' | 'dismiss'>
  /** Whether cameras are done without, to spare the connection. */
  readonly sparing: Sparing
  /** What cameras are held to. */
  readonly limits: PictureLimitsStore
  /** What watches for a busy device, once it has found one. */
  readonly load: Late<LoadWatch>
  readonly speakers: Speakers
  /** One's own; hosts may give it and take it in the call. */
  readonly role: OwnRole
  /** What hosts have done to one, or asked of one, oldest first: as it came, for hardly anybody needs to read it. */
  readonly moderated: Late<readonly unknown[]>
  /** What one is about to do to somebody, until it is confirmed. */
  readonly moderating: Late<ModerationTask | null>
  readonly view: ViewStore
  /** What everybody knows of the call besides media. */
  readonly shared: SharedState
  readonly reactions: Reactions
  /** What can be chosen. */
  readonly deviceList: Pick<DeviceList, 'subscribe' | 'getState'>
  /** What is plugged in and out. */
  readonly devices: Omit<CallDevices, 'stop'>
  /** How loud the others are. */
  readonly volumes: Volumes
  readonly chat: ChatStore
  /** Polls, questions and the like. */
  readonly activities: Late<Activities>
  /** Which of them the panel shows; null: the list of all. */
  readonly shownActivity: Late<ActivityId | null>
  /** Whether one hears and is heard. */
  readonly hearing: Pick<HearingStore, 'subscribe' | 'getState'>
  readonly admitted: Admitted
  readonly startedAtMs: number
  readonly moves: Moves<CallSession>
  /** Begins another session of the same participant, beside this one. */
  again: (admitted: Admitted, media: TakenMedia) => CallSession
  /** Ends this session, and keeps open what the one that is shown uses. */
  release: () => void
}

/** What outlasts a move. */
type Lasting = Pick<CallSession, 'moves' | 'view' | 'shownActivity' | 'startedAtMs'>

const unread = (data: unknown) => ({ success: true as const, data })

/** An attempt that is made while the network is away would otherwise outlive its return by far. */
const signalWithinMs = 7000

/** Enters a call: connects at once, before anything of it is drawn, and cleans up after itself when it is over. */
export function startCall(options: CallOptions): CallSession {
  const moves = createMoves(options.onMoved)
  const shownActivity = createLate<ActivityId | null>()
  const first = startSession(options, { moves, view: createView(), shownActivity, startedAtMs: Date.now() })
  moves.start(first)
  return first
}

function startSession(options: CallOptions, lasting: Lasting): CallSession {
  const { moves } = lasting
  const { admitted, media: brought, rejoin, onDeviceFailed, onWithheld } = options
  const media = admitted.entersMuted || admitted.arrivesMuted ? muteOnEntry(brought) : brought
  const room = createRoom(media.speakerId)
  const local = createLocalControls(room, localTracksOf(media), onDeviceFailed, onWithheld)
  const connection = createConnection(admitted, {
    connect: ({ signalUrl, token }) => room.connect(signalUrl, token, { websocketTimeout: signalWithinMs }),
    // The devices are closed, or kept, with the session.
    disconnect: () => void room.disconnect(false),
    rejoin,
    goOn: async (elsewhere) => (await onUse(() => import('./breakouts/hand-over.ts'))).goOn(session, elsewhere),
    retryAfterMs: (error) => (toProblem(error).retryAfterSeconds ?? 0) * 1000,
  })

  const speakers = createSpeakers()
  room.on(RoomEvent.ActiveSpeakersChanged, (heard) => speakers.hear(heard.map(({ identity }) => identity)))
  room.on(RoomEvent.SignalReconnecting, connection.onReconnecting)
  room.on(RoomEvent.Reconnecting, connection.onReconnecting)
  room.on(RoomEvent.Reconnected, connection.onReconnected)
  room.on(RoomEvent.Disconnected, (reason) => connection.onDisconnected(causeOf(reason)))

  const leaveOnUnload = () => void room.disconnect()
  window.addEventListener('pagehide', leaveOnUnload)
  const microphone = watchMicrophone(room, local)
  const sparing = createSparing(() => void local.set('camera', false))
  room.on(RoomEvent.ConnectionQualityChanged, (quality, participant) => {
    if (participant.isLocal) sparing.rate(quality === ConnectionQuality.Poor ? 'poor' : 'good')
  })
  const limits = createPictureLimits()
  const load = createLate<LoadWatch>()
  const volumes = createVolumes(room)
  const devices = watchDevices(room, local)
  const deviceList = createDeviceList(room)
  const shared = followCall(room, connection, admitted)
  const reactions = createReactions()
  const chat = createChat(admitted)
  const activities = createLate<Activities>()
  const moderated = createLate<readonly unknown[]>()
  const hearing = followHearing({ room, connection, local, admitted })
  const stopWatching = [
    hearing.stop,
    shared.stop,
    onServerData(room, dataTopics.reaction, reactionSchema.safeParse, reactions.add),
    reactions.stop,
    onServerData(room, dataTopics.moderation, unread, (news) => moderated.set([...(moderated.get() ?? []), news])),
    volumes.stop,
    devices.stop,
    deviceList.stop,
    keepAwake(),
    askBeforeLeaving(),
    followChat(room, connection, chat),
    microphone.stop,
    sparing.stop,
    onceSettledIn(connection, async () =>
      (await import('./pictures/care-for-pictures.ts')).careForPictures(room, limits, sparing, load),
    ),
    onceSettledIn(connection, async () =>
      (await import('./activities/follow-activities.ts')).followActivities(room, connection, admitted, activities),
    ),
    onceSettledIn(connection, async () => {
      const { startReporting } = await onUse(() => import('./speaking-time/report-speaking.ts'))
      return await startReporting(room, connection, admitted)
    }),
    onWakeUp(connection.retryNow),
    watchOrigin({ connection, restart: () => restartConnection(room) }),
    watchFlow(room, connection.onFlow),
    playRemoteSound(room),
  ]

  const unsubscribe = connection.subscribe(() => {
    const state = connection.getState()
    if (state.phase !== 'over') return
    const moved = state.end === 'moved'
    unsubscribe()
    window.removeEventListener('pagehide', leaveOnUnload)
    for (const stop of stopWatching) stop()
    local.stop(moved ? moves.getShown()?.local.getMedia() : undefined)
    speakers.stop()
    void room.disconnect(!moved)
    // Whoever leaves on the way arrives nowhere.
    if (!moved) moves.getPending()?.connection.leave()
  })

  const session: CallSession = {
    room,
    connection,
    local,
    enteredMuted: admitted.entersMuted && bringsSound(brought),
    microphone,
    volumes,
    devices,
    deviceList,
    sparing,
    limits,
    load,
    speakers,
    role: followOwnRole(room, connection),
    moderated,
    moderating: createLate<ModerationTask | null>(),
    shared,
    reactions,
    chat,
    activities,
    hearing,
    admitted,
    ...lasting,
    again: (elsewhere, media) => startSession({ ...options, admitted: elsewhere, media }, lasting),
    release: connection.moved,
  }
  void connection.start()
  for (const kind of media.late) void local.set(kind, true)
  return session
}
