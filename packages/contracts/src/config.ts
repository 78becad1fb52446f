import * as z from 'zod/mini'
import { accessLevelSchema } from './access-levels.ts'
import { defineEndpoint } from './endpoint.ts'

const localizedText = z.object({ fr: z.string(), en: z.string() })

/** What the web application needs to know at run time; public, the same for everybody. */
export const publicConfigSchema = z.object({
  productName: z.string(),
  identityProviderName: z.string(),
  accessLevels: z.array(accessLevelSchema),
  defaultAccessLevel: accessLevelSchema,
  /** Whether it is measured how long each participant speaks, for hosts. */
  speakingTime: z.boolean(),
  /** Plain text; a blank line separates paragraphs. Null when the operator has not written it. */
  legalNotice: z.nullable(localizedText),
  privacyNotice: z.nullable(localizedText),
  accessibilityStatement: z.nullable(localizedText),
})

export type PublicConfig = z.infer<typeof publicConfigSchema>

export const getConfig = defineEndpoint({
  method: 'GET',
  path: '/config',
  summary: 'Public run-time configuration',
  policy: 'anyone',
  response: publicConfigSchema,
  problems: [],
})
