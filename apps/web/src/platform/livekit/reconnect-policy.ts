import type { ReconnectContext, ReconnectPolicy } from 'livekit-client'

const quickDelaysMs = [0, 250, 250, 500, 500, 750, 1000, 1500]
const slowDelayMs = 2000
const patienceMs = 30_000

/**
 * When livekit-client tries again by itself. Its own schedule waits 1.2 s and more while a restarted SFU is already there;
 * this one asks about twice a second for the first five, spread by a fifth so that a whole call does not ask as one.
 * After 30 s it gives up in favour of our own rejoin, which brings a fresh token and never does.
 */
export class EagerReconnectPolicy implements ReconnectPolicy {
  nextRetryDelayInMs({ retryCount, elapsedMs }: ReconnectContext): number | null {
    if (elapsedMs > patienceMs) return null
    const delayMs = quickDelaysMs[retryCount] ?? slowDelayMs
    return delayMs * (0.8 + Math.random() * 0.4)
  }
}
