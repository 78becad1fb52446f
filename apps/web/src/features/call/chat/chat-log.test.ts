import { expect, test } from 'vitest'
import { mergeMessages } from './chat-log.ts'
import { messageOf } from './chat-test-messages.ts'

const texts = (messages: ReturnType<typeof mergeMessages>) => messages.map(({ text }) => text)

test('messages stand in the order of the server, each once', () => {
  const [a, b, c] = [messageOf(1), messageOf(2), messageOf(3)]
  expect(texts(mergeMessages([a, c], [c, b]))).toEqual(['Message 1', 'Message 2', 'Message 3'])
})

test('what arrives late replaces nothing that is newer', () => {
  const first = messageOf(1)
  const edited = messageOf(1, { text: 'Edited', editedAt: '2026-01-01T10:00:01.000Z' })
  const again = messageOf(1, { text: 'Again', editedAt: '2026-01-01T10:00:02.000Z' })
  const deleted = messageOf(1, { text: '', deletedAt: '2026-01-01T10:00:01.500Z' })
  expect(texts(mergeMessages([edited], [first]))).toEqual(['Edited'])
  expect(texts(mergeMessages([again], [edited]))).toEqual(['Again'])
  expect(texts(mergeMessages([deleted], [again]))).toEqual([''])
})
