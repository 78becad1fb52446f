import type { Participant } from '../../generated/prisma/client.ts'
import { type CallRooms, placeOf } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { isRemoved } from '../../platform/removals.ts'
import type { Sfu, SfuEvent, ShownName } from '../../platform/sfu.ts'

interface AttendanceDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly rooms: CallRooms
  readonly events: Events
  close(callId: string, at: Date): Promise<void>
  /** Tells the call where somebody's coming or going has changed what it knows. */
  changedBy(callId: string, identities: readonly string[]): Promise<void>
  /** Puts right what somebody who came is shown as, and what they may publish. */
  checkComer(event: SfuEvent, callId: string): Promise<void>
}

/** Keeps calls and attendance in step with what the SFU tells by webhook. */
export function createAttendance({ prisma, sfu, rooms, events, close, changedBy, checkComer }: AttendanceDeps) {
  async function tellRoomOf(callId: string) {
    const call = await prisma.call.findUnique({ where: { id: callId }, select: { roomId: true } })
    if (call) await events.publish(`call:${call.roomId}`)
  }

  async function joined(event: SfuEvent) {
    const { callId: room, identity, participantSid, at } = event
    const callId = await rooms.callOf(room)
    const participant = await prisma.participant.findFirst({ where: { id: identity, callId }, include: { call: true } })
    if (participant === null) return
    // Removed, or the call ended, between the gate and the SFU.
    if (await isRemoved(prisma, participant)) return await sfu.removeParticipant(room, identity)
    if (participant.call.endedAt !== null) return await sfu.endRoom(room)
    if (room !== placeOf(participant)) return await elsewhere(room, participant)
    await prisma.participant.update({
      where: { id: identity },
      data: { joinedAt: participant.joinedAt ?? at, leftAt: null, sfuSid: participantSid },
    })
    await tellRoomOf(callId)
    if (participant.leftAt !== null) await changedBy(callId, [identity])
    await checkName(event, participant)
    await checkComer(event, callId)
    // Whoever waited for a host to come, and may enter then, comes in.
    if (participant.role !== 'participant') await events.publish(`access:${participant.call.roomId}`)
  }

  /** Sent on between the gate and the SFU: who is in the main call comes by themselves, a breakout is for its people. */
  async function elsewhere(room: string, { id, callId }: Participant) {
    if (room !== callId) await sfu.removeParticipant(room, id)
  }

  /** Whoever was given another name on the way in is shown by it. */
  async function checkName({ callId: room, identity, shown }: SfuEvent, participant: ShownName) {
    const { displayName, namesake } = participant
    if (shown === undefined || (shown.displayName === displayName && shown.namesake === namesake)) return
    await sfu.setName(room, identity, participant)
  }

  /** The session of a place that one has moved on from is not the one that is known. */
  async function left({ identity, participantSid, at }: SfuEvent) {
    const [gone] = await prisma.participant.updateManyAndReturn({
      where: { id: identity, sfuSid: participantSid, leftAt: null },
      data: { leftAt: at },
      select: { callId: true },
    })
    if (gone === undefined) return
    await tellRoomOf(gone.callId)
    await changedBy(gone.callId, [identity])
  }

  /** There may be people in its breakouts; and the gate may have made the room anew for somebody who came meanwhile. */
  async function finished({ callId: room, at }: SfuEvent) {
    const callId = await rooms.callOf(room)
    const left = await sfu.listRooms(await rooms.of(callId))
    if (left.length === 0) await close(callId, at)
  }

  return async function take(event: SfuEvent): Promise<void> {
    if (event.type === 'participant_joined') await joined(event)
    else if (event.type === 'participant_left') await left(event)
    else if (event.type === 'room_finished') await finished(event)
  }
}
