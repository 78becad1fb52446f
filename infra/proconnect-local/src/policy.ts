import { interactionPolicy } from 'oidc-provider'
import { readAcrRequest } from './acr.ts'

/**
 * When the picker is shown: without a session, with `prompt=login`, and when the session's level is not one of those
 * asked for. There is no consent step, as at ProConnect.
 */
export function createLoginPolicy(): interactionPolicy.Prompt[] {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  policy.get('login')?.checks.add(
    new interactionPolicy.Check('acr_values', 'End-User authentication is required', ({ oidc }) => {
      const { values, essential } = readAcrRequest(oidc.params)
      // A wish that the agent could not fulfil a moment ago must not bring the picker back.
      const hasJustSignedIn = oidc.result?.login !== undefined
      return values.length > 0 && !essential && !hasJustSignedIn && !values.includes(oidc.acr)
    }),
  )
  return policy
}
