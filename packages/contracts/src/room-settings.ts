import * as z from 'zod/mini'
import { catch as orElse } from 'zod/mini'

/** Whom something is allowed to: everybody, whoever has signed in, or owner and co-hosts alone. */
export const audiences = ['everyone', 'agents', 'hosts'] as const
export const audienceSchema = z.enum(audiences)
export type Audience = z.infer<typeof audienceSchema>

/** What a room allows to an audience. `unmute`: to switch one's microphone on without being asked by a host. */
export const liberties = ['speak', 'unmute', 'film', 'share', 'chat', 'react', 'rename'] as const
export type Liberty = (typeof liberties)[number]

export const mostParticipants = 5000
const maxParticipants = z.nullable(z.int().check(z.minimum(2), z.maximum(mostParticipants)))

const section = <S extends z.ZodMiniObject>(schema: S) => orElse(schema, () => schema.parse({}))
const allowed = orElse(audienceSchema, 'everyone')

/** How a room is run, besides who may enter. Reads any JSON, field by field; `{}` gives the defaults. */
export const roomSettingsSchema = section(
  z.object({
    /** Whether who may enter directly does so before a host is there; otherwise they wait. */
    entryBeforeHost: orElse(z.boolean(), true),
    /** How many may be in a call before nobody but a host comes in any more; null: as many as come. */
    maxParticipants: orElse(maxParticipants, null),
    /** Hosts and whom they invite are seen and heard; all others watch and listen. */
    stage: orElse(z.boolean(), false),
    may: section(
      z.object({
        speak: allowed,
        unmute: allowed,
        film: allowed,
        share: allowed,
        chat: allowed,
        react: allowed,
        rename: allowed,
      }),
    ),
  }),
)
export type RoomSettings = z.infer<typeof roomSettingsSchema>

const audience = z.optional(audienceSchema)

/** What is to be different; the rest stays. */
export const roomSettingsChangeSchema = z.strictObject({
  entryBeforeHost: z.optional(z.boolean()),
  maxParticipants: z.optional(maxParticipants),
  stage: z.optional(z.boolean()),
  may: z.optional(
    z.strictObject({
      speak: audience,
      unmute: audience,
      film: audience,
      share: audience,
      chat: audience,
      react: audience,
      rename: audience,
    }),
  ),
})
export type RoomSettingsChange = z.infer<typeof roomSettingsChangeSchema>

/** The settings after a change. */
export const changeRoomSettings = (settings: RoomSettings, { may, ...change }: RoomSettingsChange): RoomSettings =>
  roomSettingsSchema.parse({ ...settings, ...change, may: { ...settings.may, ...may } })

/** Who asks for a liberty: `hosts` lead the call, who is `verified` has signed in. */
export interface Standing {
  readonly role: 'owner' | 'cohost' | 'participant'
  readonly verified: boolean
}

/** Whether a room's settings allow something to somebody; a host may do everything. */
export function may(liberty: Liberty, settings: RoomSettings, { role, verified }: Standing): boolean {
  if (role !== 'participant') return true
  const allowedTo = settings.may[liberty]
  if (settings.stage && (liberty === 'speak' || liberty === 'film' || liberty === 'share')) return false
  return allowedTo === 'everyone' || (allowedTo === 'agents' && verified)
}

/** LiveKit's track sources, by the names its tokens have for them. */
export const trackSources = ['camera', 'microphone', 'screen_share', 'screen_share_audio'] as const
export type TrackSourceName = (typeof trackSources)[number]

/**
 * What somebody may publish: what the settings allow, and what hosts have `granted` to them alone. Without the liberty to
 * unmute, a microphone is only published with such a grant.
 */
export function sourcesOf(
  settings: RoomSettings,
  standing: Standing,
  granted: readonly string[] = [],
): TrackSourceName[] {
  const free: Record<TrackSourceName, boolean> = {
    camera: may('film', settings, standing),
    microphone: may('speak', settings, standing) && may('unmute', settings, standing),
    screen_share: may('share', settings, standing),
    screen_share_audio: may('share', settings, standing),
  }
  return trackSources.filter((source) => free[source] || granted.includes(source))
}
