import type { ChatMessage } from '@visavis/contracts'

/** What the field is for at the moment, where that is not a message of its own. */
export type Writing = { readonly as: 'reply' | 'edit'; readonly message: ChatMessage } | null
