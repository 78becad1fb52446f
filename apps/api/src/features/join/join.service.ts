import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Admitted, JoinOutcome, ParticipantRole } from '@visavis/contracts'
import type { Call, Participant, Room, User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { SfuTokens } from '../../platform/sfu-tokens.ts'

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
  readonly prisma: Prisma
  readonly tokens: SfuTokens
  /** Where livekit-client connects. */
  readonly signalUrl: string
  /** The room's open call; opened, and known to the SFU, when there is none. */
  openCall(room: Room): Promise<Call>
  findOpenCall(roomId: string): Promise<Call | null>
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
  const { prisma, tokens } = deps

  async function admit(caller: Caller, participant: Participant, resumeSecret: string): Promise<Admitted> {
    const { displayName, role } = participant
    const { id: identity, callId } = participant
    const token = await tokens.mint({ callId, identity, displayName, role, verified: caller.agent !== null })
    const { slug, name, accessLevel } = caller.room
    const room = { slug, name, accessLevel }
    const { signalUrl } = deps
    return { outcome: 'admitted', token, signalUrl, callId, identity, resumeSecret, displayName, role, room }
  }

  async function comeBack(caller: Caller, resume: Resume, openCall: Call | null): Promise<JoinOutcome | null> {
    const participant = await prisma.participant.findUnique({ where: { id: resume.identity } })
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

  async function wasRemoved(caller: Caller, call: Call): Promise<boolean> {
    const mine = caller.agent === null ? { sessionHash: caller.sessionHash } : { userId: caller.agent.id }
    const removed = await prisma.participant.findFirst({
      where: { callId: call.id, removedAt: { not: null }, ...mine },
      select: { id: true },
    })
    return removed !== null
  }

  return async function join(caller: Caller, resume: Resume | undefined): Promise<JoinOutcome> {
    const openCall = await deps.findOpenCall(caller.room.id)
    if (resume) {
      const outcome = await comeBack(caller, resume, openCall)
      if (outcome) return outcome
    }
    const displayName = nameOf(caller)
    if (openCall && (await wasRemoved(caller, openCall))) return { outcome: 'denied', reason: 'removed' }
    const answer = caller.direct ? 'admitted' : await deps.ask({ ...caller, displayName }, openCall)
    if (answer === 'denied') return { outcome: 'denied', reason: 'refused' }
    if (answer !== 'admitted') return { outcome: 'waiting', entryId: answer.waiting }

    const call = openCall ?? (await deps.openCall(caller.room))
    const resumeSecret = randomBytes(24).toString('base64url')
    const participant = await prisma.participant.create({
      data: {
        id: randomUUID(),
        callId: call.id,
        userId: caller.agent?.id ?? null,
        displayName,
        role: caller.role,
        sessionHash: caller.sessionHash,
        resumeHash: hashOf(resumeSecret),
      },
    })
    return await admit(caller, participant, resumeSecret)
  }
}
