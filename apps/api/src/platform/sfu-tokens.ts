import {
  type ParticipantAttributes,
  type ParticipantRole,
  type TrackSourceName,
  trackSources,
} from '@visavis/contracts'
import { AccessToken, TokenVerifier } from 'livekit-server-sdk'
import type { Config } from '../config.ts'
import { sourceNumbers } from './livekit-sfu.ts'

const ttlSeconds = 600
// The verifier overlooks line breaks and stray characters in a signature; who reads the token next may not (RFC 7515, 7.1).
const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/
const colors = 8

/** What one participant may do in one call. */
export interface Entry {
  readonly callId: string
  readonly identity: string
  readonly displayName: string
  readonly role: ParticipantRole
  readonly verified: boolean
  /** Whether a guest has the name of an agent whom people expect here. */
  readonly namesake: boolean
  /** What the participant may publish. */
  readonly sources: readonly TrackSourceName[]
  /** How often the participant has moved to another page. */
  readonly moves: number
}

/** What a signalling connection presents. */
export interface PresentedToken {
  readonly callId: string
  readonly identity: string
  /** How often the participant had moved when it was minted; LiveKit keeps it when it refreshes the token. */
  readonly moves: number
  /** What it lets its holder publish. */
  readonly sources: readonly TrackSourceName[]
  /** What its holder is shown as; null where it says nothing. */
  readonly role: string | null
  /** Whether every other grant in it is one that our own tokens carry. */
  readonly grantsAreOurs: boolean
}

/** To LiveKit a token that lists no source allows every one. */
function sourcesIn(video: Record<string, unknown>): TrackSourceName[] {
  if (video['canPublish'] === false) return []
  const listed: unknown = video['canPublishSources']
  return trackSources.filter((name) => !Array.isArray(listed) || listed.length === 0 || listed.includes(name))
}

const colorOf = (identity: string) => String(Number.parseInt(identity.slice(-4), 16) % colors)

/** Mints and reads LiveKit access tokens: one call, one identity, ten minutes, every grant explicit. */
export function createSfuTokens({ apiKey, apiSecret }: Config['livekit']) {
  const verifier = new TokenVerifier(apiKey, apiSecret)
  return {
    mint(entry: Entry): Promise<string> {
      const attributes = {
        role: entry.role,
        verified: entry.verified ? 'true' : 'false',
        color: colorOf(entry.identity),
        moves: String(entry.moves),
        ...(entry.namesake && { namesake: 'true' as const }),
      } satisfies ParticipantAttributes
      const token = new AccessToken(apiKey, apiSecret, {
        identity: entry.identity,
        name: entry.displayName,
        attributes,
        ttl: ttlSeconds,
      })
      token.addGrant({
        room: entry.callId,
        roomJoin: true,
        roomCreate: false,
        roomList: false,
        roomAdmin: false,
        roomRecord: false,
        canPublish: entry.sources.length > 0,
        canPublishSources: entry.sources.map((name) => sourceNumbers[name]),
        canPublishData: false,
        canSubscribe: true,
        canUpdateOwnMetadata: false,
        hidden: false,
        recorder: false,
      })
      return token.toJwt()
    },
    /** Throws when the token is not signed by us or has expired. */
    async read(token: string): Promise<PresentedToken> {
      if (!compactJws.test(token)) throw new Error('The token is not a compact JWS')
      const claims = await verifier.verify(token)
      const video: Record<string, unknown> = { ...claims.video }
      const forbidden = [
        'roomCreate',
        'roomList',
        'roomAdmin',
        'roomRecord',
        'ingressAdmin',
        'canUpdateOwnMetadata',
        'hidden',
        'recorder',
        'agent',
      ]
      return {
        callId: typeof video['room'] === 'string' ? video['room'] : '',
        identity: claims.sub ?? '',
        moves: Number(claims.attributes?.['moves'] ?? 0),
        sources: sourcesIn(video),
        role: claims.attributes?.['role'] ?? null,
        grantsAreOurs:
          video['roomJoin'] === true && video['canPublishData'] === false && forbidden.every((grant) => !video[grant]),
      }
    },
  }
}

export type SfuTokens = ReturnType<typeof createSfuTokens>
