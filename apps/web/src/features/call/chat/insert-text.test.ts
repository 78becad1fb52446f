import { expect, test } from 'vitest'
import { insertText } from './insert-text.ts'

test('it goes to the caret, in place of what is selected, and the caret behind it', () => {
  expect(insertText('ab', '🙂', 1, 1)).toEqual({ text: 'a🙂b', caret: 3 })
  expect(insertText('abcd', '🙂', 1, 3)).toEqual({ text: 'a🙂d', caret: 3 })
  expect(insertText('', '🙂', 0, 0)).toEqual({ text: '🙂', caret: 2 })
})
