import { isIP } from 'node:net'
import { accessLevelSchema } from '@visavis/contracts'
import { z } from 'zod'
import { isLoopbackHost } from './platform/loopback.ts'

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' })
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' })
const secret = z.string().min(32, 'must have at least 32 characters')
const words = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

const isAddressOrCidr = (text: string) => {
  const [address = '', prefix] = text.split('/')
  const family = isIP(address)
  if (family === 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
}

const claims = z.strictObject({
  sub: z.string(),
  email: z.string(),
  givenName: z.string(),
  usualName: z.string(),
  uid: z.string(),
  siret: z.string(),
  idpId: z.string(),
  organizationLabel: z.string(),
  roles: z.string(),
})
const proConnectClaims: z.infer<typeof claims> = {
  sub: 'sub',
  email: 'email',
  givenName: 'given_name',
  usualName: 'usual_name',
  uid: 'uid',
  siret: 'siret',
  idpId: 'idp_id',
  organizationLabel: 'organization_label',
  roles: 'roles',
}

const limit = z.strictObject({ points: z.int().min(1), seconds: z.int().min(1) })
const limits = z.strictObject({
  loginPerSession: limit,
  loginPerAddress: limit,
  joinPerSession: limit,
  joinPerAddress: limit,
  knockPerRoomAndAddress: limit,
  lobbyPerSession: limit,
  lobbyPerAddress: limit,
  lookupPerAddress: limit,
  roomsPerSession: limit,
  handsPerSession: limit,
  hostingPerSession: limit,
  reactionsPerSession: limit,
  hearingPerSession: limit,
  chatPerSession: limit,
  chatHistoryPerSession: limit,
  activitiesPerSession: limit,
  votesPerSession: limit,
  questionsPerSession: limit,
  breakoutsPerSession: limit,
  moderationPerSession: limit,
  reportsPerSession: limit,
  clocksPerSession: limit,
  speakingPerSession: limit,
  namesPerSession: limit,
  meetingsPerSession: limit,
  profilePerSession: limit,
  exportsPerSession: limit,
  erasuresPerSession: limit,
})
// Per address is generous: a whole administration may sit behind one.
const defaultLimits: z.infer<typeof limits> = {
  loginPerSession: { points: 20, seconds: 60 },
  loginPerAddress: { points: 300, seconds: 60 },
  joinPerSession: { points: 30, seconds: 60 },
  joinPerAddress: { points: 600, seconds: 60 },
  // Hosts are shown a hundred people of a room: strangers behind one address shall not fill the list.
  knockPerRoomAndAddress: { points: 60, seconds: 60 },
  lobbyPerSession: { points: 60, seconds: 60 },
  lobbyPerAddress: { points: 600, seconds: 60 },
  lookupPerAddress: { points: 600, seconds: 60 },
  roomsPerSession: { points: 60, seconds: 60 },
  handsPerSession: { points: 20, seconds: 10 },
  hostingPerSession: { points: 60, seconds: 10 },
  reactionsPerSession: { points: 3, seconds: 1 },
  // One in 5 s at the very worst, in two tabs.
  hearingPerSession: { points: 30, seconds: 60 },
  chatPerSession: { points: 30, seconds: 10 },
  chatHistoryPerSession: { points: 60, seconds: 10 },
  // Polls and questions: looking at them and leading them, voting, and asking.
  activitiesPerSession: { points: 60, seconds: 10 },
  votesPerSession: { points: 30, seconds: 10 },
  questionsPerSession: { points: 6, seconds: 60 },
  breakoutsPerSession: { points: 60, seconds: 10 },
  moderationPerSession: { points: 60, seconds: 10 },
  reportsPerSession: { points: 5, seconds: 600 },
  clocksPerSession: { points: 60, seconds: 10 },
  // Every 15 s, and with every return, in two tabs, beside a host's look every 10 s.
  speakingPerSession: { points: 40, seconds: 60 },
  // Each name that is tried tells whether it is an agent's of the room.
  namesPerSession: { points: 10, seconds: 60 },
  // Each may send five hundred e-mails.
  meetingsPerSession: { points: 30, seconds: 60 },
  profilePerSession: { points: 30, seconds: 60 },
  // Each reads everything that there is about somebody.
  exportsPerSession: { points: 5, seconds: 600 },
  erasuresPerSession: { points: 10, seconds: 600 },
}

const localizedText = z.strictObject({ fr: z.string(), en: z.string() })

const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    PUBLIC_URL: httpUrl.transform((url) => new URL(url)),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65535).default(8080),
    TRUSTED_PROXIES: words
      .default([])
      .refine((list) => list.every(isAddressOrCidr), 'must be IP addresses or CIDR ranges, separated by spaces'),
    DATABASE_URL: postgresUrl,
    DATABASE_LISTEN_URL: postgresUrl.optional(),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
    SESSION_SECRET: secret,
    SESSION_HOURS: z.coerce.number().min(1).max(720).default(12),
    LIVEKIT_URL: httpUrl,
    LIVEKIT_API_KEY: z.string().min(1),
    LIVEKIT_API_SECRET: secret,
    OIDC_ISSUER: httpUrl.refine(
      (url) => !URL.canParse(url) || url.startsWith('https:') || isLoopbackHost(new URL(url).hostname),
      'must be an https URL, unless it is on this machine',
    ),
    OIDC_CLIENT_ID: z.string().min(1),
    OIDC_CLIENT_SECRET: z.string().min(1),
    OIDC_SCOPES: z.string().default('openid given_name usual_name email uid siret idp_id organization_label roles'),
    // `any` is for providers without levels: an empty variable counts as one that is not set.
    OIDC_ACR_VALUES: words
      .default(['eidas1', 'eidas2', 'eidas3', 'eidas0-mfa', 'eidas1-mfa'])
      .transform((values) => (values.includes('any') ? [] : values)),
    OIDC_USERINFO_FORMAT: z.enum(['jwt', 'json']).default('jwt'),
    OIDC_CLAIMS: json(claims.partial()).default({}),
    OIDC_PROVIDER_NAME: z.string().default('ProConnect'),
    OIDC_ADMIN_ROLE: z.string().optional(),
    INITIAL_ADMIN_EMAILS: words.default([]),
    ALLOWED_ACCESS_LEVELS: words
      .default(['open', 'trusted', 'restricted'])
      .pipe(z.array(z.enum(accessLevelSchema.options)).min(1)),
    CHAT_RETENTION_DAYS: z.coerce.number().int().min(0).max(3650).default(30),
    MUTE_ON_ENTRY_FROM: z.coerce.number().int().min(0).max(10_000).default(10),
    LOBBY_PATIENCE_MINUTES: z.coerce.number().int().min(0).max(1440).default(30),
    REPORT_RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(180),
    MEETING_RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(365),
    SPEAKING_TIME: z.enum(['on', 'off']).default('on'),
    NAME_CHOICE: z.enum(['on', 'off']).default('on'),
    RATE_LIMITS: json(limits.partial()).default({}),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    PRODUCT_NAME: z.string().min(1).max(40).default('Visavis'),
    LEGAL_NOTICE: json(localizedText).optional(),
    PRIVACY_NOTICE: json(localizedText).optional(),
    ACCESSIBILITY_STATEMENT: json(localizedText).optional(),
    WEB_DIST: z.string().optional(),
    MIGRATIONS_DIR: z.string().optional(),
  })
  .refine((env) => env.PUBLIC_URL.protocol !== 'https:' || env.TRUSTED_PROXIES.length > 0, {
    path: ['TRUSTED_PROXIES'],
    message: 'must name the proxy that speaks https for PUBLIC_URL, because the API itself speaks http',
    when: ({ issues }) => issues.length === 0,
  })
  .transform((env) => ({
    publicUrl: env.PUBLIC_URL,
    secure: env.PUBLIC_URL.protocol === 'https:',
    host: env.HOST,
    port: env.PORT,
    trustedProxies: env.TRUSTED_PROXIES,
    database: {
      url: env.DATABASE_URL,
      listenUrl: env.DATABASE_LISTEN_URL ?? env.DATABASE_URL,
      poolSize: env.DATABASE_POOL_SIZE,
      migrationsDir: env.MIGRATIONS_DIR,
    },
    session: { secret: env.SESSION_SECRET, maxAgeSeconds: env.SESSION_HOURS * 3600 },
    livekit: { url: env.LIVEKIT_URL, apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET },
    oidc: {
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      scopes: env.OIDC_SCOPES,
      acrValues: env.OIDC_ACR_VALUES,
      userinfoFormat: env.OIDC_USERINFO_FORMAT,
      claims: claims.parse({ ...proConnectClaims, ...env.OIDC_CLAIMS }),
      providerName: env.OIDC_PROVIDER_NAME,
      adminRole: env.OIDC_ADMIN_ROLE,
    },
    initialAdminEmails: env.INITIAL_ADMIN_EMAILS.map((email) => email.toLowerCase()),
    allowedAccessLevels: env.ALLOWED_ACCESS_LEVELS,
    chatRetentionDays: env.CHAT_RETENTION_DAYS,
    lobbyPatienceMinutes: env.LOBBY_PATIENCE_MINUTES,
    reportRetentionDays: env.REPORT_RETENTION_DAYS,
    meetingRetentionDays: env.MEETING_RETENTION_DAYS,
    muteOnEntryFrom: env.MUTE_ON_ENTRY_FROM,
    speakingTime: env.SPEAKING_TIME === 'on',
    nameChoice: env.NAME_CHOICE === 'on',
    rateLimits: limits.parse({ ...defaultLimits, ...env.RATE_LIMITS }),
    logLevel: env.LOG_LEVEL,
    productName: env.PRODUCT_NAME,
    legalNotice: env.LEGAL_NOTICE ?? null,
    privacyNotice: env.PRIVACY_NOTICE ?? null,
    accessibilityStatement: env.ACCESSIBILITY_STATEMENT ?? null,
    webDist: env.WEB_DIST,
  }))

export type Config = z.infer<typeof environment>
export type RateLimitName = keyof Config['rateLimits']

/** Thrown by `parseConfig`; its message names every fault, one a line, never a value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads the whole configuration from environment variables.
 * @throws {ConfigError} with every variable that is missing or wrong, and what it should be.
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const result = environment.safeParse(given)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0])
    return `  ${name}${issue.path.length > 1 ? ` (${issue.path.slice(1).join('.')})` : ''}: ${issue.code !== 'custom' && given[name] === undefined ? 'is missing' : issue.message}`
  })
  throw new ConfigError(`The configuration has faults; .env.example describes every variable.\n${faults.join('\n')}`)
}
