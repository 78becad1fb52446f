import type { ReactionKind } from '@visavis/contracts'

/** How each is drawn: by the system's own emoji, as text. */
export const reactionSigns: Record<ReactionKind, string> = {
  yes: '👍',
  no: '👎',
  applause: '👏',
  heart: '❤️',
  laugh: '😄',
  surprise: '😮',
  thanks: '🙏',
  party: '🎉',
}
