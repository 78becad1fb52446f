import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Admitted, JoinOutcome, ParticipantRole } from '@visavis/contracts'
import type { Call, Room, User } from '../../generated/prisma/client.ts'
import type { Database } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { SfuTokens } from '../../platform/sfu-tokens.ts'
import { createParticipants, type NewParticipant } from './participants.ts'

/** Who asks to come in, and where. */
export interface Caller {
  readonly room: Room
  readonly agent: User | null
  readonly role: ParticipantRole
  readonly sessionHash: string
  readonly displayName: string | undefined
  /** Whether access level and membership let this caller in without asking a host. */
  readonly direct: boolean
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
  /** The room's open call; opened, and known to the SFU, when there is none. */
  openCall(room: Room): Promise<Call>
  /** What a host has said about this session's request, or that it waits now. */
  ask(
    caller: Caller & { displayName: string },
    openCall: Call | null,
  ): Promise<'admitted' | 'denied' | { waiting: string }>
}

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
  const { database, tokens } = deps
  const participants = createParticipants(database)

  async function admit(
    caller: Caller,
    { id: identity, callId, displayName, role }: Pick<NewParticipant, 'id' | 'callId' | 'displayName' | 'role'>,
    resumeSecret: string,
  ): Promise<Admitted> {
    const token = await tokens.mint({ callId, identity, displayName, role, verified: caller.agent !== null })
    const { slug, name, accessLevel } = caller.room
    const room = { slug, name, accessLevel }
    const { signalUrl } = deps
    return { outcome: 'admitted', token, signalUrl, callId, identity, resumeSecret, displayName, role, room }
  }

  async function comeBack(caller: Caller, resume: Resume, openCall: Call | null): Promise<JoinOutcome | null> {
    const participant = await database.prisma.participant.findUnique({ where: { id: resume.identity } })
    const theirs =
      participant !== null &&
      participant.sessionHash === caller.sessionHash &&
      participant.userId === (caller.agent?.id ?? null) &&
      secretFits(resume.secret, participant.resumeHash)
    if (!theirs) return null
    if (participant.callId !== openCall?.id) return { outcome: 'closed', reason: 'ended' }
    if (participant.removedAt !== null) return { outcome: 'denied', reason: 'removed' }
    return await admit(caller, participant, resume.secret)
  }

  return async function join(caller: Caller, resume: Resume | undefined): Promise<JoinOutcome> {
    const { room, sessionHash, role } = caller
    const userId = caller.agent?.id ?? null
    const openCall = await participants.findCallOf({ roomId: room.id, userId, sessionHash })
    if (resume) {
      const outcome = await comeBack(caller, resume, openCall)
      if (outcome) return outcome
    }
    const displayName = nameOf(caller)
    if (openCall?.removed) return { outcome: 'denied', reason: 'removed' }
    const answer = caller.direct ? 'admitted' : await deps.ask({ ...caller, displayName }, openCall)
    if (answer === 'denied') return { outcome: 'denied', reason: 'refused' }
    if (answer !== 'admitted') return { outcome: 'waiting', entryId: answer.waiting }

    const { id: callId } = openCall ?? (await deps.openCall(room))
    const resumeSecret = randomBytes(24).toString('base64url')
    const resumeHash = hashOf(resumeSecret)
    const participant = { id: randomUUID(), callId, userId, displayName, role, sessionHash, resumeHash }
    await participants.add(participant)
    return await admit(caller, participant, resumeSecret)
  }
}
