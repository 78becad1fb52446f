import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Admitted, type JoinOutcome, type ParticipantRole, sourcesOf } from '@visavis/contracts'
import type { Call, Room } from '../../generated/prisma/client.ts'
import { placeOf } from '../../platform/call-rooms.ts'
import type { Database } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { type Door, isShut, settingsIn } from '../../platform/room-settings.ts'
import type { SfuTokens } from '../../platform/sfu-tokens.ts'
import { type Comer, createParticipants } from './participants.ts'

/** Who asks to come in, and where. */
export interface Caller {
  readonly room: Room
  readonly agent: { id: string; displayName: string } | null
  readonly role: ParticipantRole
  readonly sessionHash: string
  readonly displayName: string | undefined
  /** Whether access level and membership let this caller in without asking a host. */
  readonly direct: boolean
  /** What else may keep them out. */
  readonly door: Door
  /** Whether to go on here as who they are on another page. */
  readonly move: boolean
  /** Counts one request to the hosts. Throws `rate_limited`. */
  countKnock(): Promise<void>
}

export interface Resume {
  readonly identity: string
  readonly secret: string
}

export interface JoinDeps {
  readonly database: Database
  readonly tokens: SfuTokens
  /** Where livekit-client connects. */
  readonly signalUrl: string
  /** From how many people in a call whoever joins it begins with the microphone off; 0: never. */
  readonly muteOnEntryFrom: number
  /** The room's open call; opened, and known to the SFU, when there is none. Null when it ended in that moment. */
  openCall(room: Room): Promise<Call | null>
  /** That somebody waits no more. */
  tellHosts(roomId: string): Promise<void>
  isMicrophoneOn(place: string, identity: string): Promise<boolean>
  /** Has the guests of a call who use this agent's name give way to them. */
  yieldName(callId: string, displayName: string): Promise<void>
  /** What a host has said about this session's request, or that it waits now. */
  ask(
    asking: Pick<Caller, 'room' | 'agent' | 'sessionHash' | 'countKnock'> & { displayName: string },
    openCall: Call | null,
  ): Promise<'admitted' | 'denied' | { waiting: string }>
}

/** What is the admitted one's own. */
type Admission = Pick<Admitted, 'identity' | 'callId' | 'displayName' | 'role' | 'resumeSecret'> &
  Partial<Pick<Admitted, 'entersMuted' | 'arrivesMuted'>> & {
    namesake: boolean
    moves?: number
    breakoutId?: string | null
    granted?: readonly string[]
  }

/** To count a large call at each join of a storm costs as much as the join, and it is no smaller a moment later. */
const crowdLastsMilliseconds = 1000

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

function secretFits(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash))
}

function nameOf(caller: Caller): string {
  const name = caller.agent?.displayName ?? caller.displayName
  if (name !== undefined) return name
  throw new ProblemError('invalid_request', {
    fields: [{ path: 'body.displayName', message: 'is needed from a guest' }],
  })
}

/** The one way in: decides who is admitted, who waits and who is refused, and mints the token of whoever is admitted. */
export function createJoin(deps: JoinDeps) {
  const { database, tokens, signalUrl, muteOnEntryFrom: crowdFrom } = deps
  const participants = createParticipants(database)
  const crowdedRooms = new Set<string>()

  function rememberCrowd(roomId: string) {
    crowdedRooms.add(roomId)
    setTimeout(() => crowdedRooms.delete(roomId), crowdLastsMilliseconds).unref()
  }

  const findBreakout = (id: string) =>
    database.prisma.breakout.findUnique({ where: { id }, select: { id: true, name: true } })

  async function admit(caller: Caller, participant: Admission): Promise<Admitted> {
    const { identity, callId, displayName, role, resumeSecret, moves = 0, granted } = participant
    const { namesake, entersMuted = false, arrivesMuted = false, breakoutId = null } = participant
    const verified = caller.agent !== null
    const place = placeOf({ callId, breakoutId })
    const sources = sourcesOf(settingsIn({ breakoutId }, caller.room), { role, verified }, granted)
    const token = await tokens.mint({ callId: place, identity, displayName, role, verified, namesake, sources, moves })
    const { slug, name, accessLevel } = caller.room
    const room = { slug, name, accessLevel }
    const breakout = breakoutId === null ? null : await findBreakout(breakoutId)
    const own = { callId, identity, resumeSecret, displayName, role, entersMuted, arrivesMuted, breakout }
    return { outcome: 'admitted', token, signalUrl, ...own, room }
  }

  async function comeBack(caller: Caller, { identity, secret }: Resume): Promise<JoinOutcome | null> {
    const participant = await database.prisma.participant.findUnique({
      where: { id: identity },
      include: { call: true },
    })
    if (participant === null || participant.userId !== (caller.agent?.id ?? null)) return null
    const sameSession = participant.sessionHash === caller.sessionHash
    if (!sameSession || !secretFits(secret, participant.resumeHash)) {
      // A page that was away while its person went on elsewhere must not come in beside them unasked.
      const moved = participant.moves > 0 && (sameSession || caller.agent !== null)
      return moved ? { outcome: 'closed', reason: 'elsewhere' } : null
    }
    if (participant.call.openRoomId !== caller.room.id) return { outcome: 'closed', reason: 'ended' }
    if (participant.removedAt !== null) return { outcome: 'denied', reason: 'removed' }
    return await admit(caller, { ...participant, identity, role: caller.role, resumeSecret: secret })
  }

  async function moveHere(caller: Caller, comer: Comer): Promise<Admitted | null> {
    const { role } = caller
    const resumeSecret = randomBytes(24).toString('base64url')
    const moved = await participants.move({ ...comer, role, resumeHash: hashOf(resumeSecret) })
    if (moved === null) return null
    const arrivesMuted = !(await deps.isMicrophoneOn(placeOf(moved), moved.identity))
    return await admit(caller, { ...moved, role, resumeSecret, arrivesMuted })
  }

  async function enter(caller: Caller, comer: Comer, displayName: string, letIn = false): Promise<Admitted | null> {
    const { role, door } = caller
    const unheld = letIn || role !== 'participant'
    const resumeSecret = randomBytes(24).toString('base64url')
    const resumeHash = hashOf(resumeSecret)
    const knownCrowd = crowdedRooms.has(comer.roomId)
    const counted = role === 'participant' && !knownCrowd ? crowdFrom : 0
    const entrant = { ...comer, ...door, displayName, role, resumeHash, crowdFrom: counted, unheld }
    const entered = await participants.enter(entrant)
    if (entered === null) return null
    if (entered.crowded) rememberCrowd(comer.roomId)
    if (entered.waited) await deps.tellHosts(comer.roomId)
    if (entered.usurped) await deps.yieldName(entered.callId, displayName)
    const entersMuted = role === 'participant' && (knownCrowd || entered.crowded)
    return await admit(caller, { ...entered, role, resumeSecret, entersMuted })
  }

  return async function join(caller: Caller, resume: Resume | undefined): Promise<JoinOutcome> {
    if (resume) {
      const outcome = await comeBack(caller, resume)
      if (outcome) return outcome
    }
    const displayName = nameOf(caller)
    const { room, agent, sessionHash, direct, door, countKnock } = caller
    const comer = { roomId: room.id, userId: agent?.id ?? null, sessionHash }
    const moved = caller.move && (await moveHere(caller, comer))
    if (moved) return moved
    // Nearly everybody comes to a call that is on and is let in: that takes one statement.
    const entered = direct && (await enter(caller, comer, displayName))
    if (entered) return entered

    const call = await participants.findCallOf(comer)
    if (call?.removed) return { outcome: 'denied', reason: 'removed' }
    const asks = !direct || (caller.role === 'participant' && isShut(door, call))
    const answer = asks ? await deps.ask({ room, agent, sessionHash, displayName, countKnock }, call) : 'admitted'
    if (answer === 'denied') return { outcome: 'denied', reason: 'refused' }
    if (answer !== 'admitted') return { outcome: 'waiting', entryId: answer.waiting }

    if (call === null) await deps.openCall(room)
    const letIn = await enter(caller, comer, displayName, asks)
    if (letIn) return letIn
    const stillOn = door.maxParticipants !== null && (await participants.findCallOf(comer)) !== null
    return { outcome: 'closed', reason: stillOn ? 'full' : 'ended' }
  }
}
