import * as z from 'zod/mini'
import { catch as orElse } from 'zod/mini'
import { accessLevelSchema } from './access-levels.ts'
import { defineEndpoint } from './endpoint.ts'
import { roomSettingsChangeSchema, roomSettingsSchema } from './room-settings.ts'

const fields = z.object({
  /** Null: as the operator's policy has it. */
  accessLevel: orElse(z.nullable(accessLevelSchema), null),
  settings: roomSettingsSchema,
})

/** How the rooms are that somebody makes, unless they say otherwise. Reads any JSON; `{}` gives the defaults. */
export const newRoomsSchema = orElse(fields, () => fields.parse({}))

export const setNewRooms = defineEndpoint({
  method: 'PUT',
  path: '/me/new-rooms',
  summary: 'Say how the rooms are that one makes from now on; what is left out is as it is by default',
  policy: 'agent',
  body: z.object({ accessLevel: z.nullable(accessLevelSchema), settings: roomSettingsChangeSchema }),
  response: null,
  problems: ['invalid_request', 'unauthenticated'],
})
