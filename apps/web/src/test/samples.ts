import {
  type AdminRoom,
  type AdminUser,
  type Agent,
  type CallState,
  type PublicConfig,
  type Room,
  roomSettingsSchema,
} from '@visavis/contracts'

/** Things as the API would send them; a test changes what it is about. */
export const sampleConfig: PublicConfig = {
  productName: 'Visavis',
  identityProviderName: 'ProConnect',
  accessLevels: ['open', 'trusted', 'restricted'],
  defaultAccessLevel: 'trusted',
  speakingTime: true,
  legalNotice: null,
  privacyNotice: null,
  accessibilityStatement: null,
}

export const sampleAgent: Agent = {
  id: '00000000-0000-4000-8000-000000000001',
  displayName: 'Claire Lemoine',
  email: 'claire.lemoine@agglo.example',
  organization: 'Agglo',
  role: 'AGENT',
}

export const sampleRoom = (changes: Partial<Room> = {}): Room => ({
  slug: 'kfm-trea-pos',
  name: 'Weekly review',
  accessLevel: 'trusted',
  ownerName: 'Claire Lemoine',
  role: 'owner',
  createdAt: '2026-01-05T08:00:00.000Z',
  lastUsedAt: null,
  settings: roomSettingsSchema.parse({}),
  liveCall: null,
  ...changes,
})

export const sampleCallState = (changes: Partial<CallState> = {}): CallState => ({
  revision: 0,
  hands: [],
  spotlight: null,
  locked: false,
  accessLevel: 'trusted',
  settings: roomSettingsSchema.parse({}),
  breakouts: null,
  ...changes,
})

export const sampleAdminRoom = (changes: Partial<AdminRoom> = {}): AdminRoom => ({
  ...sampleRoom(),
  ownerId: sampleAgent.id,
  ownerEmail: sampleAgent.email,
  ...changes,
})

export const sampleUser = (changes: Partial<AdminUser> = {}): AdminUser => ({
  id: '00000000-0000-4000-8000-000000000002',
  displayName: 'Karim Haddad',
  email: 'karim.haddad@agglo.example',
  organization: null,
  role: 'AGENT',
  disabledAt: null,
  lastLoginAt: null,
  rooms: 2,
  ...changes,
})
