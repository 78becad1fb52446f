import { getConfig, type PublicConfig } from '@visavis/contracts'
import { callApi } from './api.ts'
import { pageFact } from './page-fact.ts'

/** The operator's public settings: one build runs everywhere, so the page asks for them. */
export const config = pageFact(() => callApi(getConfig, {}))

/** Shown until the answer is there, and when it does not come. */
const untilKnown: PublicConfig = {
  productName: 'Visavis',
  identityProviderName: 'ProConnect',
  accessLevels: ['open', 'trusted', 'restricted'],
  defaultAccessLevel: 'trusted',
  speakingTime: false,
  legalNotice: null,
  privacyNotice: null,
  accessibilityStatement: null,
}

/** The operator's settings, or the product's own until they have arrived. */
export function useConfig(): PublicConfig {
  return config.useKnown() ?? untilKnown
}
