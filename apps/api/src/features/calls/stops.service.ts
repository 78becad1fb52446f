import { dataTopics, type ModeratedSource, type ModerationNews } from '@visavis/contracts'
import type { Audit } from '../../platform/audit.ts'
import { placeOf } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import { type Sfu, SfuUnavailableError } from '../../platform/sfu.ts'
import { orSfuProblem } from './calls.service.ts'
import { findInCall } from './find-in-call.ts'

interface StopsDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly audit: Audit
  /** The leave to speak, where the room's rules do not give it. */
  readonly floor: {
    give(callId: string, identity: string): Promise<void>
    take(callId: string, identities: readonly string[]): Promise<void>
  }
}

/** A host who acts: their account, and their participant in the call where they are in it. */
export interface Actor {
  readonly id: string
  readonly identity: string | null
}

/** What hosts stop of what others send. Nobody but its own person starts anything again; they can be asked. */
export function createStops({ prisma, sfu, audit, floor }: StopsDeps) {
  /** Of what was done one is told; where that fails it was done all the same. */
  async function tell(place: string, identities: readonly string[], news: ModerationNews): Promise<void> {
    if (identities.length === 0) return
    await sfu.sendData(place, dataTopics.moderation, news, identities).catch((error: unknown) => {
      if (!(error instanceof SfuUnavailableError)) throw error
    })
  }

  async function placeOfActor(callId: string, { identity }: Actor): Promise<string> {
    if (identity === null) return callId
    const participant = await prisma.participant.findFirst({ where: { id: identity, callId } })
    return participant === null ? callId : placeOf(participant)
  }

  return {
    async stop(callId: string, identity: string, source: ModeratedSource, actor: Actor): Promise<void> {
      const participant = await findInCall(prisma, callId, identity)
      const subjectId = participant.userId ?? identity
      await audit({ action: 'participant.stopped', actorId: actor.id, subjectId, details: { callId, source } })
      const place = placeOf(participant)
      const wasOn = await orSfuProblem(sfu.muteSource(place, identity, source))
      if (source === 'microphone') await floor.take(callId, [identity])
      if (wasOn && identity !== actor.identity)
        await tell(place, [identity], { kind: 'stopped', source, by: actor.identity })
    },

    /** Whoever is where the host is. Answers with how many microphones were on. */
    async muteAllBut(callId: string, spared: readonly string[], actor: Actor): Promise<number> {
      await audit({
        action: 'participants.muted',
        actorId: actor.id,
        subjectId: callId,
        details: { spared: spared.length },
      })
      const place = await placeOfActor(callId, actor)
      const muted = await orSfuProblem(sfu.muteMicrophones(place, new Set(spared)))
      await floor.take(callId, muted)
      const others = muted.filter((identity) => identity !== actor.identity)
      await tell(place, others, { kind: 'stopped', source: 'microphone', by: actor.identity })
      return muted.length
    },

    async askToSpeak(callId: string, identity: string, actor: Actor): Promise<void> {
      const participant = await findInCall(prisma, callId, identity)
      const subjectId = participant.userId ?? identity
      await audit({ action: 'participant.asked', actorId: actor.id, subjectId, details: { callId } })
      await floor.give(callId, identity)
      const asked: ModerationNews = { kind: 'asked', by: actor.identity }
      await orSfuProblem(sfu.sendData(placeOf(participant), dataTopics.moderation, asked, [identity]))
    },
  }
}

export type Stops = ReturnType<typeof createStops>
