import { ConnectionQuality } from 'livekit-client'

/** How well somebody is connected. */
export type Quality = 'excellent' | 'good' | 'poor' | 'lost'

/** How many of three bars are full. */
export const barsOf: Readonly<Record<Quality, number>> = { excellent: 3, good: 2, poor: 1, lost: 0 }

/** LiveKit's measure; null while there is none. */
export function qualityOf(quality: ConnectionQuality): Quality | null {
  switch (quality) {
    case ConnectionQuality.Excellent:
      return 'excellent'
    case ConnectionQuality.Good:
      return 'good'
    case ConnectionQuality.Poor:
      return 'poor'
    case ConnectionQuality.Lost:
      return 'lost'
    case ConnectionQuality.Unknown:
      return null
  }
}

/** Where others have to be told why somebody is not seen or heard well. */
export const isWeak = (quality: Quality | null): quality is 'poor' | 'lost' => quality === 'poor' || quality === 'lost'
