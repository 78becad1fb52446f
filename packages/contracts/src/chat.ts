import * as z from 'zod/mini'
import { callParams } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'
import { participantRoleSchema } from './join.ts'
import { instantSchema } from './scalars.ts'

// Control characters but the line break, lone surrogates, and what turns the direction of the words that follow.
const unwanted = /[^\P{Cc}\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu
/** One character at least that is to be seen. */
export const visibleCharacter = /[^\s\p{C}\u115f\u1160\u2800\u3164\uffa0]/u

/** Unicode NFC; line breaks become `\n` and tabs spaces; control and direction-turning characters go. */
export function normalizeMessage(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(unwanted, '').trim()
}

/** The longest message, in UTF-16 units, as browsers count what is typed: never over 12 kB, so it fits one data message. */
export const messageMaxLength = 4000

/** What somebody writes in a call: plain text of 1 to 4,000 characters after normalisation, one of them to be seen. */
export const messageTextSchema = z
  .string()
  .check(
    z.maxLength(4 * messageMaxLength),
    z.overwrite(normalizeMessage),
    z.minLength(1),
    z.maxLength(messageMaxLength),
    z.regex(visibleCharacter),
  )

/** A message as everybody in the call sees it; also the payload of the `chat` topic. */
export const chatMessageSchema = z.object({
  /** UUID version 7: messages are in the order of their ids. */
  id: z.uuid(),
  /** As the server knew them when they wrote it. */
  author: z.object({
    identity: z.uuid(),
    displayName: z.string(),
    role: participantRoleSchema,
    verified: z.boolean(),
  }),
  /** Plain text, never markup. Empty once deleted. */
  text: z.string(),
  replyToId: z.nullable(z.uuid()),
  /** What the sender's browser called it, so that it recognises its own. */
  clientId: z.nullable(z.uuid()),
  sentAt: instantSchema,
  editedAt: z.nullable(instantSchema),
  deletedAt: z.nullable(instantSchema),
})
export type ChatMessage = z.infer<typeof chatMessageSchema>

const messageParams = z.object({ callId: z.uuid(), messageId: z.uuid() })

export const listMessages = defineEndpoint({
  method: 'GET',
  path: '/calls/:callId/messages',
  summary: 'What has been written in a call, newest first',
  policy: 'call-participant',
  params: callParams,
  query: z.object({
    /** Which of the caller's participants reads: one in a breakout room reads what is written there. */
    identity: z.optional(z.uuid()),
    /** The last id of the page before: what is older follows. */
    before: z.optional(z.uuid()),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  }),
  response: z.object({
    items: z.array(chatMessageSchema),
    /** `before` of the next page; null on the last one. */
    nextCursor: z.nullable(z.uuid()),
    /** Every identity that the caller has had in this call: messages of these are the caller's own. */
    own: z.array(z.uuid()),
  }),
  problems: ['invalid_request', 'forbidden', 'rate_limited'],
})

export const sendMessage = defineEndpoint({
  method: 'POST',
  path: '/calls/:callId/messages',
  summary: 'Write to everybody in a call',
  policy: 'call-participant',
  params: callParams,
  body: z.object({
    /** Which of the caller's participants writes; two tabs are two. */
    identity: z.uuid(),
    text: messageTextSchema,
    replyToId: z.optional(z.uuid()),
    /** Sent again with the same one, a message is not written twice. */
    clientId: z.optional(z.uuid()),
  }),
  response: chatMessageSchema,
  problems: ['invalid_request', 'forbidden', 'switched_off', 'not_found', 'rate_limited'],
})

export const editMessage = defineEndpoint({
  method: 'PATCH',
  path: '/calls/:callId/messages/:messageId',
  summary: 'Change one’s own message',
  policy: 'call-participant',
  params: messageParams,
  body: z.object({ text: messageTextSchema }),
  response: chatMessageSchema,
  problems: ['invalid_request', 'forbidden', 'not_found', 'rate_limited'],
})

export const deleteMessage = defineEndpoint({
  method: 'DELETE',
  path: '/calls/:callId/messages/:messageId',
  summary: 'Delete one’s own message, or as a host anybody’s; that there was one stays to be seen',
  policy: 'call-participant',
  params: messageParams,
  response: null,
  problems: ['forbidden', 'not_found', 'rate_limited'],
})
