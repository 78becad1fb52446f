import type { ChatMessage } from '@visavis/contracts'

/** A message of a test; a greater number is a later one. */
export function messageOf(number: number, fields: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    author: {
      identity: 'a0000000-0000-4000-8000-000000000000',
      displayName: 'Paul Mercier',
      role: 'participant',
      verified: false,
    },
    text: `Message ${number}`,
    replyToId: null,
    clientId: null,
    sentAt: '2026-01-01T10:00:00.000Z',
    editedAt: null,
    deletedAt: null,
    ...fields,
  }
}
