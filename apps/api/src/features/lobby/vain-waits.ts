import type { LobbyEntry } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'

export interface VainWaitsDeps {
  readonly prisma: Prisma
  readonly events: Events
  /** How long people wait without a host in the call; 0: for as long as they like. */
  readonly patienceMinutes: number
}

/**
 * Ends the waiting of those to whom no host has come for as long as the operator has them wait, by the database's clock.
 * A host whose connection was lost for a moment, or who has just left, is one who came.
 */
export async function endVainWaits({ prisma, events, patienceMinutes }: VainWaitsDeps): Promise<void> {
  if (patienceMinutes === 0) return
  const ended = await prisma.$queryRaw<Pick<LobbyEntry, 'id' | 'roomId'>[]>`
    with patience as (select now() - make_interval(mins => ${patienceMinutes}::int) as since)
    update "LobbyEntry" e set state = 'expired' from patience
    where e.state = 'waiting' and e."requestedAt" <= since and not exists (
      select from "Participant" h join "Call" c on c.id = h."callId"
      where c."roomId" = e."roomId" and h.role <> 'participant' and h."joinedAt" is not null
        and (h."leftAt" is null and c."endedAt" is null or h."leftAt" > since))
    returning e.id, e."roomId"`
  const rooms = new Set(ended.map(({ roomId }) => roomId))
  await Promise.all([
    ...ended.map(({ id }) => events.publish(`entry:${id}`)),
    ...[...rooms].map((roomId) => events.publish(`lobby:${roomId}`)),
  ])
}
