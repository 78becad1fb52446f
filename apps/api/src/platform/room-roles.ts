/**
 * SQL for the role in a call that the participant `p` of the call `c` has by the room as it is now: what was true when they
 * came, or what their token says, is no authority.
 */
export const roleNow = `(select case when r."ownerId" = p."userId" then 'owner'
    when exists (select from "RoomMember" m where m."roomId" = r.id and m."userId" = p."userId" and m.role = 'cohost')
    then 'cohost' else 'participant' end from "Room" r where r.id = c."roomId")`
