/**
 * SQL for whether the name of `key` is that of an agent whom people expect here: of the call, or of its room's owner and
 * members. Not of anybody who ever signed in: among thousands, every common name is some agent's.
 */
export const isAgentsName = (key: string, { roomId, callId }: { roomId: string; callId: string }) => `exists (
    select from "User" u where u."nameKey" = ${key} and u."nameKey" <> '' and u."disabledAt" is null and (
      exists (select from "Room" r where r.id = ${roomId} and r."ownerId" = u.id)
      or exists (select from "RoomMember" m where m."roomId" = ${roomId} and m."userId" = u.id)
      or exists (select from "Participant" a where a."callId" = ${callId} and a."userId" = u.id)))`
