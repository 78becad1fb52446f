import type { ChatMessage } from '@visavis/contracts'

/** A chat as a text to keep: a line for who and when, then what they wrote; deleted messages are left out; `unnamed` stands for who is no more. */
export function transcriptOf(
  messages: readonly ChatMessage[],
  formatInstant: (instant: string) => string,
  unnamed: string,
): string {
  const kept = messages.filter(({ deletedAt }) => deletedAt === null)
  return kept
    .map(({ author, sentAt, text }) => `${formatInstant(sentAt)} · ${author.displayName || unnamed}\n${text}\n`)
    .join('\n')
}
