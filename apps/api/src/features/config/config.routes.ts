import { getConfig, type PublicConfig } from '@visavis/contracts'
import type { Config } from '../../config.ts'
import { defaultAccessLevel } from '../../platform/access-levels.ts'
import type { Mount } from '../../platform/endpoints.ts'

/** The operator's settings that the web application shows. */
export function configRoutes(mount: Mount, config: Config): void {
  const answer: PublicConfig = {
    productName: config.productName,
    identityProviderName: config.oidc.providerName,
    accessLevels: config.allowedAccessLevels,
    defaultAccessLevel: defaultAccessLevel(config.allowedAccessLevels),
    speakingTime: config.speakingTime,
    legalNotice: config.legalNotice,
    privacyNotice: config.privacyNotice,
    accessibilityStatement: config.accessibilityStatement,
  }
  mount(getConfig, async () => answer)
}
