import * as z from 'zod/mini'
import { catch as orElse } from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'

// What was stored by an older version, or written by a newer one, is read field by field: one that is missing or makes
// no sense has its default, one that is unknown is left out.
const flag = (byDefault: boolean) => orElse(z.boolean(), byDefault)
const section = <S extends z.ZodMiniObject>(schema: S) => orElse(schema, () => schema.parse({}))

/** How large a picture may be, by its shorter side; `auto` leaves it to the device, the tiles and the connection. */
export const pictureSizes = ['auto', '720p', '360p', '180p'] as const
const pictureSize = z.enum(pictureSizes)
export type PictureSize = z.infer<typeof pictureSize>
const language = z.nullable(z.string().check(z.regex(/^[a-z]{2}$/)))

/** Whether this is a time zone by its name in the IANA database. */
export function isTimeZone(name: string): boolean {
  // Offsets like `+02:00` are none: they know no summer.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const timeZone = z.nullable(z.string().check(z.maxLength(64), z.refine(isTimeZone)))

/** How somebody wants the product to be for them, wherever they sign in. Reads any JSON; `{}` gives the defaults. */
export const settingsSchema = section(
  z.object({
    notifications: section(
      z.object({
        /** Short sounds at all. */
        sounds: flag(true),
        /** One of them when somebody comes in or leaves. */
        joinLeave: flag(true),
        /** Show what others write while the chat is closed. */
        chat: flag(true),
      }),
    ),
    accessibility: section(
      z.object({
        /** Tell screen readers who comes in and who leaves. */
        announceJoinLeave: flag(true),
        /** The same of what others write, of their raised hands, and of their reactions. */
        announceChat: flag(true),
        announceHands: flag(true),
        announceReactions: flag(true),
        /** No movement, as if the system had asked for it. */
        reduceMotion: flag(false),
        /** Shortcuts of a single key, which speech input may type by mistake (WCAG 2.1.4). */
        singleKeys: flag(true),
      }),
    ),
    video: section(
      z.object({
        /** The largest picture that one's camera sends. */
        send: orElse(pictureSize, 'auto'),
        /** The largest picture that is taken of somebody else's camera. */
        receive: orElse(pictureSize, 'auto'),
      }),
    ),
    general: section(
      z.object({
        /** Of the interface; null until one was chosen. */
        language: orElse(language, null),
        /** In which times are told; null: that of the browser. */
        timeZone: orElse(timeZone, null),
      }),
    ),
  }),
)
export type Settings = z.infer<typeof settingsSchema>

const change = z.optional(z.boolean())
const changedSize = z.optional(pictureSize)

/** What is to be different; the rest stays. */
export const settingsChangeSchema = z.strictObject({
  notifications: z.optional(z.strictObject({ sounds: change, joinLeave: change, chat: change })),
  accessibility: z.optional(
    z.strictObject({
      announceJoinLeave: change,
      announceChat: change,
      announceHands: change,
      announceReactions: change,
      reduceMotion: change,
      singleKeys: change,
    }),
  ),
  video: z.optional(z.strictObject({ send: changedSize, receive: changedSize })),
  general: z.optional(z.strictObject({ language: z.optional(language), timeZone: z.optional(timeZone) })),
})
export type SettingsChange = z.infer<typeof settingsChangeSchema>

/** The settings after a change. */
export const changeSettings = (settings: Settings, change: SettingsChange): Settings =>
  settingsSchema.parse({
    notifications: { ...settings.notifications, ...change.notifications },
    accessibility: { ...settings.accessibility, ...change.accessibility },
    video: { ...settings.video, ...change.video },
    general: { ...settings.general, ...change.general },
  })

export const getSettings = defineEndpoint({
  method: 'GET',
  path: '/me/settings',
  summary: 'How the signed-in agent wants the product to be',
  policy: 'agent',
  response: settingsSchema,
  problems: ['unauthenticated'],
})

export const updateSettings = defineEndpoint({
  method: 'PATCH',
  path: '/me/settings',
  summary: 'Change some of the settings; answers all of them',
  policy: 'agent',
  body: settingsChangeSchema,
  response: settingsSchema,
  problems: ['invalid_request', 'unauthenticated'],
})
