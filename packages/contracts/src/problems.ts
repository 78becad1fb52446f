import * as z from 'zod/mini'

/** Every problem code that the API may answer, with its HTTP status. */
export const problemStatus = {
  invalid_request: 400,
  unauthenticated: 401,
  webhook_refused: 401,
  forbidden: 403,
  origin_refused: 403,
  entry_refused: 403,
  switched_off: 403,
  oidc_failed: 403,
  oidc_acr_too_low: 403,
  oidc_login_required: 403,
  account_disabled: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  last_administrator: 409,
  account_needed: 422,
  email_unknown: 422,
  email_ambiguous: 422,
  name_not_vouched: 422,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  database_unavailable: 503,
  sfu_unavailable: 503,
  identity_provider_unavailable: 503,
} as const

export type ProblemCode = keyof typeof problemStatus

const codes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]

/** RFC 9457 problem details. `title` is safe to show; `fields` names what was wrong in the request, by JSON path. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(codes),
  requestId: z.string(),
  detail: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  retryAfterSeconds: z.optional(z.int()),
})

export type Problem = z.infer<typeof problemSchema>
