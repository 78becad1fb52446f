import { z } from 'zod'

/** Every authentication level that ProConnect names. They are labels and not an order: `eidas2` does not include `eidas1`. */
export const acrValues = ['eidas1', 'eidas2', 'eidas3', 'eidas0-mfa', 'eidas1-mfa'] as const

/** What a client asked for; `essential` means that any other level must end in an error. */
export interface AcrRequest {
  readonly values: readonly string[]
  readonly essential: boolean
}

const acrMember = z.object({
  essential: z.boolean().optional(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
})

const claimsParameter = z.object({ id_token: z.object({ acr: acrMember.nullish() }).optional() })

const authorizationParameters = z.object({ acr_values: z.string().optional(), claims: z.string().optional() })

/**
 * Reads the wanted levels out of the parameters of an authorization request that oidc-provider has accepted.
 * `acr_values` makes an essential claim a mere wish: oidc-provider overwrites the claim with it, at ProConnect as here.
 */
export function readAcrRequest(parameters: unknown): AcrRequest {
  const { acr_values: wishes, claims } = authorizationParameters.parse(parameters)
  if (wishes) return { values: wishes.split(' '), essential: false }
  const member = claims === undefined ? undefined : claimsParameter.parse(JSON.parse(claims)).id_token?.acr
  const { essential = false, value, values = value === undefined ? [] : [value] } = member ?? {}
  return { values, essential }
}

/**
 * Chooses the level of a sign-in by exact match, in the client's order of preference. Without a match the agent's
 * usual level is returned when the request was only a wish, and undefined when it was essential.
 */
export function chooseAcr(agentAcrs: readonly string[], request: AcrRequest): string | undefined {
  const match = request.values.find((value) => agentAcrs.includes(value))
  if (match !== undefined) return match
  return request.essential && request.values.length > 0 ? undefined : agentAcrs[0]
}
