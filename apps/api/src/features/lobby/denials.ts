import type { Call, Room } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'

/** Who asks to come in: a browser, and whose. */
export interface Asker {
  readonly room: Room
  readonly agent: { id: string } | null
  readonly sessionHash: string
}

/**
 * Whether hosts have said no to this browser, or to this agent at any browser, for the present call. A no from before the
 * call is one for the call that began next.
 */
export async function isDenied(prisma: Prisma, { room, agent, sessionHash }: Asker, call: Call | null) {
  const callId = call?.id ?? null
  const denials = await prisma.$queryRaw<unknown[]>`
    select 1 from "LobbyEntry" e
    where e."roomId" = ${room.id}::uuid and e.state = 'denied'
      and (e."sessionHash" = ${sessionHash} or e."userId" = ${agent?.id ?? null}::uuid)
      and (e."callId" = ${callId}::uuid or e."callId" is null and not exists (
        select from "Call" c
        where c."roomId" = e."roomId" and c.id is distinct from ${callId}::uuid and c."startedAt" > e."decidedAt"))
    limit 1`
  return denials.length > 0
}
