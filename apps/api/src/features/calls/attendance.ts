import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { isRemoved } from '../../platform/removals.ts'
import type { Sfu, SfuEvent } from '../../platform/sfu.ts'

interface AttendanceDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly events: Events
  close(callId: string, at: Date): Promise<void>
  /** Tells the call where somebody's coming or going has changed what it knows. */
  changedBy(callId: string, identities: readonly string[]): Promise<void>
  /** Puts right what somebody who came is shown as, and what they may publish. */
  checkComer(event: SfuEvent): Promise<void>
}

/** Keeps calls and attendance in step with what the SFU tells by webhook. */
export function createAttendance({ prisma, sfu, events, close, changedBy, checkComer }: AttendanceDeps) {
  async function tellRoomOf(callId: string) {
    const call = await prisma.call.findUnique({ where: { id: callId }, select: { roomId: true } })
    if (call) await events.publish(`call:${call.roomId}`)
  }

  async function joined(event: SfuEvent) {
    const { callId, identity, participantSid, at } = event
    const participant = await prisma.participant.findFirst({ where: { id: identity, callId }, include: { call: true } })
    if (participant === null) return
    // Removed, or the call ended, between the gate and the SFU.
    if (await isRemoved(prisma, participant)) return await sfu.removeParticipant(callId, identity)
    if (participant.call.endedAt !== null) return await sfu.endRoom(callId)
    await prisma.participant.update({
      where: { id: identity },
      data: { joinedAt: participant.joinedAt ?? at, leftAt: null, sfuSid: participantSid },
    })
    await tellRoomOf(callId)
    if (participant.leftAt !== null) await changedBy(callId, [identity])
    await checkComer(event)
    // Whoever waited for a host to come, and may enter then, comes in.
    if (participant.role !== 'participant') await events.publish(`access:${participant.call.roomId}`)
  }

  async function left({ callId, identity, participantSid, at }: SfuEvent) {
    const { count } = await prisma.participant.updateMany({
      where: { id: identity, callId, sfuSid: participantSid, leftAt: null },
      data: { leftAt: at },
    })
    if (count === 0) return
    await tellRoomOf(callId)
    await changedBy(callId, [identity])
  }

  /** The gate may have made the room anew for somebody who came while this was under way. */
  async function finished({ callId, at }: SfuEvent) {
    const rooms = await sfu.listRooms([callId])
    if (rooms.length === 0) await close(callId, at)
  }

  return async function take(event: SfuEvent): Promise<void> {
    if (event.type === 'participant_joined') await joined(event)
    else if (event.type === 'participant_left') await left(event)
    else if (event.type === 'room_finished') await finished(event)
  }
}
