import { createHash } from 'node:crypto'

/** An agent that the stand-in can sign in. Claim names are ProConnect's, in camel case. */
export interface LocalAgent {
  readonly sub: string
  readonly email: string
  readonly givenName: string
  readonly usualName: string
  readonly uid: string
  readonly siret: string
  readonly idpId: string
  readonly organizationLabel: string
  readonly roles: readonly string[]
  /** The authentication levels that the agent's identity provider can vouch for, its usual one first. */
  readonly acrs: readonly string[]
}

/** The role that `OIDC_ADMIN_ROLE` may name in development. */
export const administratorRole = 'visavis-admin'

const numerique = {
  siret: '11000000000017',
  idpId: '8a0b2f4e-5a34-4d2c-9f0e-7c1c1f1d2a01',
  organizationLabel: 'Direction du numérique',
}
const rivebelle = {
  siret: '22000000000024',
  idpId: '8a0b2f4e-5a34-4d2c-9f0e-7c1c1f1d2a02',
  organizationLabel: 'Ville de Rivebelle',
}
const selfService = { ...numerique, idpId: '8a0b2f4e-5a34-4d2c-9f0e-7c1c1f1d2a03' }

const passwordOnly = ['eidas1']
const secondFactor = ['eidas1', 'eidas1-mfa']
const declaredWithSecondFactor = ['eidas1', 'eidas0-mfa']
const smartCard = ['eidas1', 'eidas1-mfa', 'eidas2', 'eidas3']

// ProConnect derives `sub` from the identity provider and its identifier of the agent, so the same person coming
// through another provider is another subject. Derived, not drawn, so that it survives a restart.
function define(agent: Omit<LocalAgent, 'sub'>): LocalAgent {
  return { ...agent, sub: createHash('sha256').update(`${agent.idpId}:${agent.uid}`).digest('hex') }
}

/** The agents that the picker shows: two organisations, one administrator, one without a second factor. */
export const listedAgents: readonly LocalAgent[] = [
  define({
    ...numerique,
    email: 'claire.lemoine@numerique.example',
    givenName: 'Claire',
    usualName: 'Lemoine',
    uid: 'n-1001',
    roles: ['agent_public', 'agent_public_etat'],
    acrs: secondFactor,
  }),
  define({
    ...numerique,
    email: 'karim.haddad@numerique.example',
    givenName: 'Karim',
    usualName: 'Haddad',
    uid: 'n-1002',
    roles: ['agent_public', 'agent_public_etat'],
    acrs: secondFactor,
  }),
  define({
    ...numerique,
    email: 'anne.roche@numerique.example',
    givenName: 'Anne',
    usualName: 'Roche',
    uid: 'n-1003',
    roles: ['agent_public', 'agent_public_etat', administratorRole],
    acrs: smartCard,
  }),
  define({
    ...rivebelle,
    email: 'jeanne.petit@rivebelle.example',
    givenName: 'Jeanne',
    usualName: 'Petit',
    uid: 'r-2001',
    roles: ['agent_public', 'agent_public_territorial'],
    acrs: declaredWithSecondFactor,
  }),
  define({
    ...rivebelle,
    email: 'marc.delorme@rivebelle.example',
    givenName: 'Marc',
    usualName: 'Delorme',
    uid: 'r-2002',
    roles: ['agent_public', 'agent_public_territorial'],
    acrs: passwordOnly,
  }),
  define({
    ...selfService,
    email: 'claire.lemoine@numerique.example',
    givenName: 'Claire',
    usualName: 'Lemoine',
    uid: 's-3001',
    roles: ['agent_public'],
    acrs: secondFactor,
  }),
]

const generatedEmail = /^agent-([1-9]\d{0,4})@numerique\.example$/

/** The agent with an e-mail: a listed one, or one of `agent-1@numerique.example` … `agent-99999@…` for load tests. */
export function findAgentByEmail(email: string): LocalAgent | undefined {
  const wanted = email.trim().toLowerCase()
  const listed = listedAgents.find((agent) => agent.email === wanted)
  if (listed) return listed
  const number = generatedEmail.exec(wanted)?.[1]
  if (!number) return undefined
  return define({
    ...numerique,
    email: wanted,
    givenName: 'Agent',
    usualName: number,
    uid: `agent-${number}`,
    roles: ['agent_public'],
    acrs: secondFactor,
  })
}

/** The userinfo claims of an agent under ProConnect's names; one scope releases each. */
export function claimsOf(agent: LocalAgent) {
  return {
    sub: agent.sub,
    given_name: agent.givenName,
    usual_name: agent.usualName,
    email: agent.email,
    uid: agent.uid,
    siret: agent.siret,
    idp_id: agent.idpId,
    organization_label: agent.organizationLabel,
    roles: [...agent.roles],
  }
}
