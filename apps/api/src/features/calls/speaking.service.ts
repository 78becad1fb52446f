import { mostSpeakersListed, type SpeakingTimes } from '@visavis/contracts'
import type { Prisma } from '../../platform/database.ts'

interface SpeakerRow {
  identity: string
  displayName: string
  verified: boolean
  isHost: boolean
  isHere: boolean
  spokenMs: number
}

/** How long everybody in a call has spoken: what their own pages report, never more than the time that has passed. */
export function createSpeaking(prisma: Prisma) {
  return {
    /**
     * `spokenMs` is all that this page has counted, so that a report that is lost or comes twice changes nothing. What
     * goes beyond the time since a person's last report, from whichever device, waits for the next one.
     */
    async report(callId: string, identity: string, { page, spokenMs }: { page: string; spokenMs: number }) {
      await prisma.$executeRaw`
        with own as (
          select p.id, p."userId", p."sessionHash", p."spokenMs", coalesce(p."joinedAt", p."admittedAt") as came,
            case when p."speakingPage" = ${page}::uuid then p."speakingPageMs" else 0 end as counted
          from "Participant" p where p.id = ${identity}::uuid and p."callId" = ${callId}::uuid for update
        ), accepted as (
          select own.id, own.counted, greatest(0, least(
            ${spokenMs}::int - own.counted,
            floor(extract(epoch from clock_timestamp() - greatest(own.came, (
              select max(other."speakingAt") from "Participant" other
              where other."callId" = ${callId}::uuid and (other.id = own.id
                or (own."userId" is not null and other."userId" = own."userId")
                or (own."userId" is null and other."userId" is null and other."sessionHash" = own."sessionHash"))
            ))) * 1000)::int
          )) as ms from own
        )
        update "Participant" p set "spokenMs" = p."spokenMs" + accepted.ms, "speakingPage" = ${page}::uuid,
          "speakingPageMs" = accepted.counted + accepted.ms, "speakingAt" = clock_timestamp()
        from accepted where p.id = accepted.id`
    },

    /** An agent on two devices is one person, and so is a guest in one browser. */
    async list(callId: string): Promise<SpeakingTimes> {
      const rows = await prisma.$queryRaw<SpeakerRow[]>`
        select (array_agg(id order by "admittedAt" desc))[1] as identity,
          (array_agg("displayName" order by "admittedAt" desc))[1] as "displayName",
          bool_and("userId" is not null) as verified, bool_or(role <> 'participant') as "isHost",
          bool_or("joinedAt" is not null and "leftAt" is null and "removedAt" is null) as "isHere",
          sum("spokenMs")::int as "spokenMs"
        from "Participant" where "callId" = ${callId}::uuid
        group by "userId", case when "userId" is null then "sessionHash" end
        having sum("spokenMs") > 0 or bool_or("joinedAt" is not null and "leftAt" is null and "removedAt" is null)
        order by "spokenMs" desc, "displayName", identity`
      const spokenBy = (hosts: boolean) =>
        rows.reduce((sum, { isHost, spokenMs }) => sum + (isHost === hosts ? spokenMs : 0), 0)
      return {
        speakers: rows.slice(0, mostSpeakersListed),
        unlisted: Math.max(0, rows.length - mostSpeakersListed),
        hostsMs: spokenBy(true),
        participantsMs: spokenBy(false),
      }
    },
  }
}

export type Speaking = ReturnType<typeof createSpeaking>
